"""The blocks of other people's words that may come out of any film or book."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.blocks import features, groups
from blog.blocks.fields import LineBlock, LinesBlock
from blog.blocks.provenance import Provenance
from blog.blocks.quotations import (
    ASIDE,
    KNOWN,
    WITHOUT_MARKS,
    BareDialogueBlock,
    BareQuotationBlock,
)
from blog.blocks.references import BookChooserBlock
from blog.films.blocks import FilmChooserBlock


class EpigraphBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(features=features.WORDS, label=_("Words"), help_text=WITHOUT_MARKS)
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


class SourcedBlock(blocks.StructBlock):
    """Where words come from: a film, a book, a conversation or whatever else."""

    film = FilmChooserBlock(required=False, label=_("Film"))
    book = BookChooserBlock(required=False, label=_("Book"))
    conversation = LineBlock(
        required=False,
        max_length=255,
        label=_("Conversation"),
        help_text=_("With whom, where and when, if it was said to you."),
    )
    source = LineBlock(
        required=False,
        max_length=255,
        label=_("Another source"),
        help_text=_("As you would cite it."),
    )
    source_url = blocks.URLBlock(required=False, label=_("Address of the source"))


SOURCES = ["film", "book", "source"]
LESS_USUAL = ["conversation", "source_url", *ASIDE]


class QuotationBlock(SourcedBlock, BareQuotationBlock):
    class Meta:
        preview_value = {
            "text": _("<p>I am large, I contain multitudes.</p>"),
            "speaker": "Walt Whitman",
            "source": _("Song of Myself, 51"),
            "provenance": Provenance.HEARD,
        }
        form_layout = blocks.BlockGroup(
            children=["text", "form", "speaker", "person", *SOURCES, *KNOWN, "gloss", "keep"],
            settings=LESS_USUAL,
        )


class DialogueBlock(SourcedBlock, BareDialogueBlock):
    class Meta:
        form_layout = blocks.BlockGroup(
            children=["lines", *SOURCES, *KNOWN, "gloss", "keep"],
            settings=["speaker", "person", *LESS_USUAL],
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
