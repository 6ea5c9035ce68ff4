"""The shape of a body: empty blocks, headings and pull quotes."""

from django.utils.translation import gettext as _
from wagtail.blocks import RichTextBlock

from blog.blocks.provenance import ShownAs
from blog.blocks.references import ReferencesBlock
from blog.films.blocks import FilmFactsBlock
from blog.quotes.blocks import PullQuoteBlock

from ..finding import Finding
from ..pieces import is_empty

WORDS_FOR_A_PULL_QUOTE = 600
FIRST_LEVEL = 2  # the title is the h1
# Empty, these print what the page has elsewhere.
FILL_THEMSELVES = (ReferencesBlock, FilmFactsBlock)


def check_empty_blocks(page, pieces, known):
    for piece in pieces:
        if not piece.is_outermost or isinstance(piece.block, FILL_THEMSELVES):
            continue
        if is_empty(piece.block, piece.raw):
            words = _("This block is empty: readers see nothing of it.")
            yield Finding("empty-block", words, piece.path, piece.where)


def check_headings(page, pieces, known):
    """No level is skipped, and no heading is empty, in each of the page's bodies."""
    level, body = FIRST_LEVEL - 1, ""
    for piece in pieces:
        if body != (name := piece.path.partition(".")[0]):
            level, body = FIRST_LEVEL - 1, name
        if not (piece.is_outermost and piece.written):
            continue
        for found, text in piece.written.headings:
            if not text:
                words = _("A heading has no words.")
                yield Finding("empty-heading", words, piece.path, piece.where)
                continue
            if found > level + 1:
                words = _("The heading “%(text)s” skips a level: make it a larger one.")
                yield Finding("heading-level", words % {"text": text}, piece.path, piece.where)
            level = found


def check_pull_quotes(page, pieces, known):
    """One pull quote for each 600 words, and one for a shorter essay."""
    pulled = [piece for piece in pieces if is_pulled(piece)]
    allowed = max(1, count_words(pieces) // WORDS_FOR_A_PULL_QUOTE)
    for piece in pulled[allowed:]:
        words = _("More than one pull quote for each %(number)d words: each takes from the others.")
        words %= {"number": WORDS_FOR_A_PULL_QUOTE}
        yield Finding("pull-quotes", words, piece.path, piece.where)


def is_pulled(piece):
    """Return whether a block is set large in the middle of the text."""
    if isinstance(piece.block, PullQuoteBlock):
        return True
    return (
        isinstance(piece.raw, dict)
        and piece.is_outermost
        and (piece.raw.get("form") == ShownAs.PULL)
    )


def count_words(pieces):
    """Return how many words of rich text a page has."""
    texts = (piece.written.text for piece in pieces if isinstance(piece.block, RichTextBlock))
    return sum(len(text.split()) for text in texts)
