"""Blocks of rows: questions and links."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.lib.links import web_address

from . import features, groups
from .choosers import VisiblePageChooserBlock
from .fields import LineBlock
from .visibility import is_public


class QuestionBlock(blocks.StructBlock):
    question = LineBlock(max_length=250, label=_("Question"))
    answer = blocks.RichTextBlock(features=features.PASSAGE, label=_("Answer"))
    is_spoiler = blocks.BooleanBlock(
        required=False,
        label=_("The answer gives the film away"),
        help_text=_("Then it stays on the page: no feed, letter or search shows it."),
    )

    class Meta:
        icon = "help"
        label = _("Question")

    def get_searchable_content(self, value):
        """Return the question alone where the answer is a spoiler."""
        if value.get("is_spoiler"):
            return [value["question"]] if value.get("question") else []
        return super().get_searchable_content(value)


class FAQBlock(blocks.StructBlock):
    title = LineBlock(required=False, max_length=150, label=_("Title"))
    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        group = groups.MORE
        template = "blocks/blocks/faq.html"
        description = _("Questions that open to their answers")
        preview_value = {
            "title": _("Asked about this film"),
            "items": [
                {
                    "question": _("Where was it filmed?"),
                    "answer": _("<p>In a single room, over four days.</p>"),
                }
            ],
        }


class LinkValue(blocks.StructValue):
    """A link whose page readers may see, or whose address is fit to print."""

    @property
    def href(self):
        """The address to link to, or "" when the row prints as plain words."""
        page = self.get("page")
        url = page.url if is_public(page) else ""
        return url or web_address(self.get("url"))

    @property
    def text(self):
        """The author's label, else the page's title, else the address."""
        page = self.get("page")
        title = page.title if is_public(page) else ""
        return self.get("label") or title or web_address(self.get("url"))


class LinkBlock(blocks.StructBlock):
    label = LineBlock(required=False, max_length=150, label=_("Label"))
    page = VisiblePageChooserBlock(required=False, label=_("Page of this journal"))
    url = blocks.URLBlock(required=False, label=_("Or an address elsewhere"))
    note = LineBlock(required=False, max_length=250, label=_("Note"))

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue


class LinksValue(blocks.StructValue):
    @property
    def rows(self):
        """The rows that have something to print, each with `text`, `href` and `note`."""
        return [row for row in self.get("items") or () if row.text]

    @property
    def rel(self):
        """The rel of the links that lead elsewhere."""
        return "sponsored noopener" if self.get("is_sponsored") else "noopener"


class LinksBlock(blocks.StructBlock):
    title = LineBlock(required=False, max_length=150, label=_("Title"))
    items = blocks.ListBlock(LinkBlock(), label=_("Links"))
    checked_on = blocks.DateBlock(
        required=False,
        label=_("Checked on"),
        help_text=_("Printed under the list, for what goes stale, such as where to watch."),
    )
    is_sponsored = blocks.BooleanBlock(
        required=False,
        label=_("These links may earn money"),
        help_text=_("Prints a sentence that says so, and marks the links as sponsored."),
    )

    class Meta:
        icon = "link"
        label = _("Links")
        group = groups.MORE
        template = "blocks/blocks/links.html"
        value_class = LinksValue
        description = _("A list of links: where to watch, further reading")
        preview_value = {
            "title": _("Where to watch"),
            "items": [
                {
                    "label": _("Your library’s film service"),
                    "url": "https://example.org/films",
                    "note": _("Free with a reader’s card"),
                }
            ],
        }
