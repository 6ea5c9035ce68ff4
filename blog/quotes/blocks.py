"""Blocks of other people's words, and the one that repeats the author's own."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.coreutils import resolve_model_string

from blog.blocks import features, groups
from blog.blocks.choosers import ListedSnippetChooserBlock
from blog.blocks.fields import LineBlock, LinesBlock
from blog.films.blocks import FilmChooserBlock
from blog.lib.stars import half_star_choices

from .provenance import Provenance
from .values import QuotationValue, ReviewValue


class QuoteChooserBlock(ListedSnippetChooserBlock):
    """A quotation of the commonplace book, by search, or a new one."""

    def __init__(self, **kwargs):
        super().__init__("quotes.Quote", **kwargs)

    class Meta:
        icon = "openquote"
        label = _("Quotation")


class EpigraphBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(features=features.WORDS, label=_("Words"))
    source = LineBlock(
        required=False,
        max_length=255,
        label=_("Source"),
        help_text=_("Who says it, and where. May wait, if the essay names it further down."),
    )

    class Meta:
        icon = "openquote"
        label = _("Epigraph")
        group = groups.QUOTATION
        template = "quotes/blocks/epigraph.html"
        description = _("A sentence over the essay, before it begins")
        preview_value = {
            "text": _("<p>After great pain, a formal feeling comes.</p>"),
            "source": "Emily Dickinson",
        }


class QuotationBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(
        features=features.WORDS,
        label=_("Words"),
        help_text=_("Without quotation marks: the page adds them where they belong."),
    )
    speaker = LineBlock(required=False, max_length=200, label=_("Who"))
    film = FilmChooserBlock(required=False, label=_("Film"))
    source = LineBlock(
        required=False, max_length=255, label=_("Source, when it is not from a film")
    )
    source_url = blocks.URLBlock(required=False, label=_("Address of the source"))
    detail = LineBlock(
        required=False, max_length=100, label=_("Where in it"), help_text=_("A timecode or a page.")
    )
    provenance = blocks.ChoiceBlock(
        choices=Provenance.choices,
        required=False,
        search_index=False,
        label=_("How do you know?"),
    )
    provenance_note = LineBlock(
        required=False,
        max_length=200,
        label=_("In your words"),
        help_text=_("“Reported by a viewer”; for an unverified one, why."),
    )
    language = blocks.RegexBlock(
        regex=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
        error_messages={"invalid": _("Write the language as a tag, such as “fr” or “pt-BR”.")},
        required=False,
        label=_("Language"),
        help_text=_("Only when it is not the journal’s: “fr”."),
    )
    gloss = LinesBlock(
        required=False,
        rows=2,
        label=_("Gloss"),
        help_text=_("What you would say about it to a friend."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        group = groups.QUOTATION
        template = "quotes/blocks/quotation.html"
        value_class = QuotationValue
        description = _("Somebody’s words, with who said them and how you know")
        preview_value = {
            "text": _("<p>I am large, I contain multitudes.</p>"),
            "speaker": "Walt Whitman",
            "source": _("Song of Myself, 51"),
            "provenance": Provenance.HEARD,
        }
        form_layout = blocks.BlockGroup(
            children=[
                "text",
                "speaker",
                "film",
                "source",
                "provenance",
                "provenance_note",
                "gloss",
            ],
            settings=["source_url", "detail", "language"],
        )


class PullQuoteBlock(blocks.StructBlock):
    text = LinesBlock(
        max_length=300,
        rows=2,
        label=_("Words"),
        help_text=_("A sentence of your own that stands in the essay, word for word."),
    )

    class Meta:
        icon = "title"
        label = _("Pull quote")
        group = groups.QUOTATION
        template = "quotes/blocks/pull_quote.html"
        description = _("One sentence of the essay, set large")
        preview_value = {"text": _("Come along; stay put. Only together are they any help.")}

    def get_searchable_content(self, value):
        """Return nothing: the words stand in the essay already."""
        return []


class HalfStarsBlock(blocks.ChoiceBlock):
    """A rating of 1 to 10 half stars as an int, or None."""

    # As it stands in a class, Django would call it with the block.
    choices = staticmethod(half_star_choices)

    def normalize(self, value):
        # A forged form may hold anything; what is no number is no rating.
        return int(value) if value and str(value).isdecimal() else None

    def to_python(self, value):
        return self.normalize(value)

    def value_from_form(self, value):
        return self.normalize(value)

    def get_form_state(self, value):
        return str(value or "")


class ReviewBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(
        features=features.WORDS,
        label=_("Words"),
        help_text=_("Without quotation marks: the page adds them where they belong."),
    )
    critic = LineBlock(required=False, max_length=150, label=_("Critic"))
    outlet = LineBlock(required=False, max_length=150, label=_("Outlet"))
    url = blocks.URLBlock(required=False, label=_("Address"))
    date = blocks.DateBlock(required=False, label=_("Date"))
    half_stars = HalfStarsBlock(required=False, search_index=False, label=_("Their rating"))

    class Meta:
        icon = "openquote"
        label = _("Review elsewhere")
        group = groups.QUOTATION
        template = "quotes/blocks/review.html"
        value_class = ReviewValue
        description = _("What a critic wrote, with outlet, date and link")
        preview_value = {
            "text": _("<p>It stays in the room, and so does whoever watches it.</p>"),
            "critic": _("A critic"),
            "outlet": _("An evening paper"),
            "half_stars": 9,
        }


def sample_quote():
    """Return some kept quotation for a preview, or None when the book is empty."""
    return resolve_model_string("quotes.Quote").objects.published().for_listing().first()


class BookQuoteBlock(blocks.StructBlock):
    quote = QuoteChooserBlock()

    class Meta:
        icon = "openquote"
        label = _("From the commonplace book")
        group = groups.QUOTATION
        template = "quotes/blocks/book_quote.html"
        description = _("A quotation that was kept, with its source")

    def get_preview_value(self):
        return self.normalize({"quote": sample_quote()})
