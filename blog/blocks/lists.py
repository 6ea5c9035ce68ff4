"""Blocks of rows: questions, links and references."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from . import features, groups
from .addresses import web_address
from .apa import apa_parts
from .choosers import VisiblePageChooserBlock
from .fields import LineBlock
from .visibility import is_public


class QuestionBlock(blocks.StructBlock):
    question = LineBlock(max_length=250, label=_("Question"))
    answer = blocks.RichTextBlock(features=features.PASSAGE, label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question")


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


class ReferenceValue(blocks.StructValue):
    @property
    def apa(self):
        """The reference in APA 7, as a list of parts to print one after the other."""
        return apa_parts(**{name: self.get(name) or "" for name in self.block.child_blocks})


class ReferenceBlock(blocks.StructBlock):
    authors = LineBlock(
        required=False,
        max_length=500,
        label=_("Authors"),
        help_text=_("Family name first, with a semicolon between: “Aldous, G.; McLeary, J.”"),
    )
    role = LineBlock(
        required=False, max_length=50, label=_("Role"), help_text=_("“Directors”, “Eds.”")
    )
    year = LineBlock(
        required=False, max_length=30, label=_("Year"), help_text=_("Empty prints “n.d.”.")
    )
    title = LineBlock(max_length=300, label=_("Title"))
    kind = LineBlock(
        required=False, max_length=80, label=_("Kind"), help_text=_("“Documentary film”")
    )
    publisher = LineBlock(
        required=False, max_length=200, label=_("Publisher or production company")
    )
    url = blocks.URLBlock(required=False, label=_("Address"))

    class Meta:
        icon = "doc-full"
        label = _("Reference")
        value_class = ReferenceValue


class ReferencesValue(blocks.StructValue):
    @property
    def heading(self):
        return self.get("title") or _("References")

    @property
    def rows(self):
        """The references that name a title or an author."""
        return [row for row in self.get("items") or () if row.get("title") or row.get("authors")]


class ReferencesBlock(blocks.StructBlock):
    title = LineBlock(
        required=False, max_length=100, label=_("Title"), help_text=_("“References” if empty.")
    )
    items = blocks.ListBlock(ReferenceBlock(search_index=False), label=_("References"))

    class Meta:
        icon = "list-ol"
        label = _("References")
        group = groups.MORE
        template = "blocks/blocks/references.html"
        value_class = ReferencesValue
        description = _("Sources in APA style, built from their parts")
        preview_value = {
            "items": [
                {
                    "authors": "Aldous, G.; McLeary, J.",
                    "role": _("Directors"),
                    "year": "2017",
                    "title": _("The work"),
                    "kind": _("Documentary film"),
                }
            ]
        }
