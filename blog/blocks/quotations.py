"""Blocks of other people's words: typed here, spoken in turns, or chosen from the book.

None of them names a film, so that a film's own page can hold them too: see `blog.quotes.blocks`.
"""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.coreutils import resolve_model_string
from wagtail.rich_text import RichText, get_text_for_indexing
from wagtail.snippets.blocks import SnippetChooserBlock

from . import features, groups
from .choosers import ListedSnippetChooserBlock
from .fields import LineBlock, LinesBlock
from .gather import GatheredChooserMixin
from .provenance import Provenance, ShownAs, find_faults
from .quotation_values import BookQuoteValue, DialogueValue, QuotationValue

WITHOUT_MARKS = _("Without quotation marks: the page adds them where they belong.")


class PersonChooserBlock(GatheredChooserMixin, SnippetChooserBlock):
    """A person of the films, by search."""

    def __init__(self, **kwargs):
        super().__init__("films.Person", **kwargs)

    def fetch(self, ids):
        return self.model_class.objects.in_bulk(ids)

    class Meta:
        icon = "user"


class QuoteChooserBlock(ListedSnippetChooserBlock):
    """A quotation of the commonplace book, by search, or a new one."""

    def __init__(self, **kwargs):
        super().__init__("quotes.Quote", **kwargs)

    class Meta:
        icon = "openquote"
        label = _("Quotation")


class ProvenBlock(blocks.StructBlock):
    """Who says it, where in it, and how the author knows: what all typed words have."""

    speaker = LineBlock(
        required=False,
        max_length=200,
        label=_("Who"),
        help_text=_("A name, or the character’s."),
    )
    person = PersonChooserBlock(
        required=False, label=_("Person"), help_text=_("When they have a page here.")
    )
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
    is_from_memory = blocks.BooleanBlock(
        required=False, label=_("From memory"), help_text=_("The words may not be exact.")
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
    keep = blocks.BooleanBlock(
        required=False,
        label=_("Keep it in the commonplace book"),
        help_text=_("When the page is published. From then on it is edited in the book."),
    )

    def clean(self, value):
        value = super().clean(value)
        faults = {} if self.is_deferred_validation else find_faults(value.get)
        if faults:
            raise blocks.StructBlockValidationError(
                {name: blocks.ValidationError(sentence) for name, sentence in faults.items()}
            )
        return value

    class Meta:
        icon = "openquote"
        group = groups.QUOTATION
        template = "quotes/blocks/quotation.html"
        value_class = QuotationValue


KNOWN = ["provenance", "provenance_note", "is_from_memory"]
ASIDE = ["detail", "language"]


class BareQuotationBlock(ProvenBlock):
    """Words out of what the page itself is about."""

    text = blocks.RichTextBlock(features=features.WORDS, label=_("Words"), help_text=WITHOUT_MARKS)
    form = blocks.ChoiceBlock(
        choices=[choice for choice in ShownAs.choices if choice[0] != ShownAs.DIALOGUE],
        default=ShownAs.BLOCK,
        search_index=False,
        label=_("Shown as"),
    )

    class Meta:
        label = _("Quotation")
        description = _("Somebody’s words, with who said them and how you know")
        preview_value = {
            "text": _("<p>I am large, I contain multitudes.</p>"),
            "speaker": "Walt Whitman",
            "provenance": Provenance.HEARD,
        }
        form_layout = blocks.BlockGroup(
            children=["text", "form", "speaker", "person", *KNOWN, "gloss", "keep"],
            settings=ASIDE,
        )


class DialogueLineBlock(blocks.StructBlock):
    speaker = LineBlock(required=False, max_length=80, label=_("Who"))
    words = LinesBlock(rows=1, label=_("Words"))

    class Meta:
        icon = "user"
        label = _("Line")
        label_format = "{speaker}"


class BareDialogueBlock(ProvenBlock):
    """Lines out of what the page itself is about."""

    lines = blocks.ListBlock(DialogueLineBlock(), label=_("Lines"))

    class Meta:
        icon = "group"
        label = _("Dialogue")
        value_class = DialogueValue
        description = _("Lines with who speaks each of them")
        preview_value = {
            "lines": [
                {"speaker": _("The one at the door"), "words": _("Are you staying?")},
                {"speaker": _("The one by the window"), "words": _("I never left.")},
            ]
        }
        form_layout = blocks.BlockGroup(
            children=["lines", *KNOWN, "gloss", "keep"], settings=["speaker", "person", *ASIDE]
        )


class BookQuoteBlock(blocks.StructBlock):
    """A kept quotation; an essay that needs the words of today keeps them for itself."""

    quote = QuoteChooserBlock()
    form = blocks.ChoiceBlock(
        choices=ShownAs.choices,
        default=ShownAs.BLOCK,
        search_index=False,
        label=_("Shown as"),
    )
    keep_here = blocks.BooleanBlock(
        required=False,
        label=_("Keep these words here"),
        help_text=_("When the saved quotation is edited, this page does not change with it."),
    )
    words = blocks.RichTextBlock(
        required=False,
        features=features.WORDS,
        label=_("The words kept here"),
        help_text=_("Left empty, they are copied from the book when you save."),
    )

    class Meta:
        icon = "openquote"
        label = _("From the commonplace book")
        group = groups.QUOTATION
        template = "quotes/blocks/book_quote.html"
        value_class = BookQuoteValue
        description = _("A quotation that was kept, with its source")
        form_layout = blocks.BlockGroup(children=["quote", "form"], settings=["keep_here", "words"])

    @cached_property
    def quote_model(self):
        return resolve_model_string("quotes.Quote")

    def clean(self, value):
        value = super().clean(value)
        words, quote = value["words"], value["quote"]
        if value["keep_here"] and quote and not (words and get_text_for_indexing(words.source)):
            value["words"] = RichText(quote.text)
        return value

    def get_searchable_content(self, value):
        """Return the words that the page shows, none of a draft."""
        quote = value.shown_quote
        words = value.own_words or (quote.text if quote else "")
        return [get_text_for_indexing(words)] if words else []

    def get_preview_value(self):
        quote = self.quote_model.objects.published().for_listing().first()
        return self.normalize({"quote": quote})
