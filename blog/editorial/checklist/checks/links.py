"""Links: whether they lead somewhere, and whether their words say where."""

from django.utils.translation import gettext as _
from wagtail.blocks import URLBlock

from blog.blocks.lists import LinkBlock
from blog.films.models import FilmPage
from blog.lib.folding import fold

from ..finding import Finding
from ..known import get_own_paths, get_page_type, read_id

APPARATUS = {"citation", "footnote"}  # printed as a number or a name, whatever stands in them


def get_empty_words():
    """Return the folded link texts that say nothing, as the language in force has them."""
    # Translators: words of links, with commas between, that do not say where the link leads.
    words = _("here, click here, this, this link, link, read more, more, see here, there")
    return {fold(word) for word in words.split(",")}


def check_link_words(page, pieces, known):
    empty = get_empty_words()
    for piece in pieces:
        links = piece.written.links if piece.written else ()
        texts = [link.text for link in links if link.attrs.get("linktype") not in APPARATUS]
        if isinstance(piece.block, LinkBlock) and isinstance(piece.raw, dict):
            texts = list(filter(None, [piece.raw.get("label")]))
        for text in texts:
            if not text:
                words = _("A link has no words.")
                yield Finding("link-words", words, piece.path, piece.where)
            elif fold(text) in empty:
                words = _("The link “%(text)s” does not say where it leads.") % {"text": text}
                yield Finding("link-words", words, piece.path, piece.where)


def check_page_links(page, pieces, known):
    """Pages that a link or a row of links leads to are there for readers. Films: see films.py."""
    for piece in pieces:
        for link in piece.written.links if piece.written else ():
            if link.attrs.get("linktype") == "page":
                for pk in read_id(link):
                    yield from _judge(known.get_fault(pk), link.text, piece)
        model = get_page_type(piece.block)
        if model and model is not FilmPage and isinstance(piece.raw, int):
            target = known.pages.get(piece.raw)
            yield from _judge(known.get_fault(piece.raw), target.title if target else "", piece)


def check_documents(page, pieces, known):
    for piece in pieces:
        for link in piece.written.links if piece.written else ():
            if link.attrs.get("linktype") != "document":
                continue
            if any(pk not in known.documents for pk in read_id(link)):
                yield from _judge(_("it was deleted"), link.text, piece)


def check_typed_addresses(page, pieces, known):
    """An address of this journal that was typed leads to a page that readers see."""
    for piece in pieces:
        if not (piece.written or isinstance(piece.block, URLBlock)):
            continue
        for path in get_own_paths(piece, known.root_path):
            if (target := known.paths.get(path)) and target.fault:
                yield from _judge(target.fault, target.title, piece)


def _judge(fault, text, piece):
    if fault:
        words = _("The link “%(text)s” leads nowhere for readers: %(fault)s.")
        words %= {"text": text, "fault": fault}
        yield Finding("broken-link", words, piece.path, piece.where)
