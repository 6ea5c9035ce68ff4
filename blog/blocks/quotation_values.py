"""What the blocks of other people's words know about themselves."""

import copy

from django.utils.functional import cached_property
from wagtail import blocks

from .dialogue import dialogue_html, dialogue_lines
from .provenance import AttributionMixin, ShownAs


class QuotationValue(AttributionMixin, blocks.StructValue):
    def get_part(self, name):
        return self.get(name)

    @property
    def shown_as(self):
        return self.get("form") or ShownAs.BLOCK


class DialogueValue(QuotationValue):
    shown_as = ShownAs.DIALOGUE

    @property
    def text(self):
        """The lines as rich text, as a kept quotation holds them."""
        rows = self.get("lines") or ()
        return dialogue_html((row.get("speaker") or "", row.get("words") or "") for row in rows)

    @property
    def dialogue_lines(self):
        return dialogue_lines(self.text)


class BookQuoteValue(blocks.StructValue):
    @property
    def own_words(self):
        """The rich text that the page keeps for itself, or "" while it follows the book."""
        words = self.get("words")
        return words.source if self.get("keep_here") and words else ""

    @cached_property
    def shown_quote(self):
        """The Quote as this page shows it; None while it is a draft or gone."""
        quote, words = self.get("quote"), self.own_words
        if words:
            if quote is None:
                return {"text": words}
            quote = copy.copy(quote)
            quote.text = words
        elif quote is None or not quote.is_public:
            return None
        return quote

    @property
    def shown_as(self):
        """How it is shown; what was kept as a dialogue is one, unless told otherwise."""
        form = self.get("form") or ShownAs.BLOCK
        is_dialogue = getattr(self.shown_quote, "is_dialogue", False)
        return ShownAs.DIALOGUE if is_dialogue and form == ShownAs.BLOCK else form
