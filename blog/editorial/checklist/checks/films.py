"""Films: the one that the page is about, those it shows, and those it only mentions."""

import re

from django.utils.translation import gettext as _

from blog.films.models import FilmPage
from blog.lib.folding import fold

from ..finding import Finding
from ..known import get_page_ids, get_page_type

MOST_MENTIONS = 10
SHORTEST_IN_PROSE = 6  # letters; a shorter title stands in many a sentence by chance
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\n": " "})


def check_film(page, pieces, known):
    """An essay names the film that it is about, one that readers may see."""
    if not hasattr(page, "film_id"):
        return
    if page.film_id is None:
        words = _("No film is attached: the essay stands on no film’s page.")
        yield Finding("no-film", words, "film", _("Film"))
    elif fault := known.get_fault(page.film_id):
        words = _("Readers do not see the film: %(fault)s.") % {"fault": fault}
        yield Finding("film-unseen", words, "film", _("Film"))


def check_shown_films(page, pieces, known):
    """Each film that a block shows is one that readers may see."""
    for piece in pieces:
        if get_page_type(piece.block) is FilmPage and isinstance(piece.raw, int):
            if not (fault := known.get_fault(piece.raw)):
                continue
            target = known.pages.get(piece.raw)
            words = _("Readers do not see the film “%(title)s” here: %(fault)s.")
            words %= {"title": target.title if target else "?", "fault": fault}
            yield Finding("film-unseen", words, piece.path, piece.where)


def check_mentions(page, pieces, known):
    """Films of the library that are named in the prose are attached, shown, cited or linked to.

    A title of one word counts only in italics or quotation marks, a longer one as it is written.
    """
    attached = {*get_page_ids(pieces), getattr(page, "film_id", None), page.pk}
    unattached = [row for row in known.films if row[0] not in attached]
    written = [piece for piece in pieces if piece.written]
    apart = {fold(words): piece for piece in reversed(written) for words in piece.written.apart}
    texts = [(piece, piece.written.text.translate(STRAIGHT)) for piece in written]
    found = 0
    for _pk, title, original in unattached:
        piece = _find(filter(None, {title: None, original: None}), apart, texts)
        if piece is not None:
            words = _("“%(title)s” is in the library and not attached: add its card, or link it.")
            yield Finding("film-mentioned", words % {"title": title}, piece.path, piece.where)
            found += 1
        if found == MOST_MENTIONS:
            return


def _find(titles, apart, texts):
    """Return the first Piece that names one of the titles, or None."""
    for title in titles:
        if piece := apart.get(fold(title) or None):
            return piece
        plain = title.translate(STRAIGHT)
        if " " not in plain.strip() or len(plain) < SHORTEST_IN_PROSE:
            continue
        for piece, text in texts:
            # The quick question first: there may be thousands of films.
            if plain in text and re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", text):
                return piece
    return None
