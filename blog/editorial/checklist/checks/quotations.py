"""Other people’s words: where they are from, and whether that was verified."""

from django.utils.translation import gettext as _

from blog.blocks.provenance import Provenance
from blog.blocks.quotations import BookQuoteBlock, ProvenBlock
from blog.blocks.reviews import ReviewBlock

from ..finding import Finding
from ..pieces import is_empty

SOURCES = ("film", "book", "conversation", "source")


def check_sources(page, pieces, known):
    """Each quotation names what it is from; on a film’s own page that is the film."""
    for piece in pieces:
        raw = piece.raw if isinstance(piece.raw, dict) else {}
        if is_empty(piece.block, raw):
            continue
        words = ""
        if isinstance(piece.block, ReviewBlock) and not (raw.get("critic") or raw.get("outlet")):
            words = _("The review names neither a critic nor where it stood.")
        elif isinstance(piece.block, ProvenBlock) and "source" in piece.block.child_blocks:
            words = _get_fault(raw)
        if words:
            yield Finding("no-source", words, piece.path, piece.where)


def _get_fault(raw):
    if any(raw.get(name) for name in SOURCES):
        return ""
    if raw.get("speaker") or raw.get("person"):
        return _("The quotation says whose words these are, and not where they are from.")
    return _("The quotation has no source.")


def check_verification(page, pieces, known):
    """Words that are not verified say why: readers see the reason."""
    for piece in pieces:
        if not isinstance(piece.block, ProvenBlock) or not isinstance(piece.raw, dict):
            continue
        is_unverified = piece.raw.get("provenance") == Provenance.UNVERIFIED
        if is_unverified and not (piece.raw.get("provenance_note") or "").strip():
            words = _("The quotation is not verified, and no reason is given.")
            path = f"{piece.path}.provenance_note"
            yield Finding("unverified", words, path, piece.where)


def check_kept_quotations(page, pieces, known):
    """A quotation from the commonplace book is there, and public."""
    for piece in pieces:
        raw = piece.raw if isinstance(piece.raw, dict) else {}
        if not isinstance(piece.block, BookQuoteBlock) or not raw.get("quote"):
            continue
        quote, keeps_words = known.quotes.get(raw["quote"]), raw.get("keep_here")
        if quote is None and not keeps_words:
            words = _("The quotation was deleted from the book: readers see nothing here.")
            yield Finding("quotation-gone", words, f"{piece.path}.quote", piece.where)
        elif quote and not quote.is_public and not keeps_words:
            words = _("The quotation is a draft in the book: readers see nothing here.")
            yield Finding("quotation-draft", words, f"{piece.path}.quote", piece.where)
