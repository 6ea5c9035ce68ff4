"""Short praise that would fit any page, from somebody whom nobody here knows."""

from ..reasons import PRAISE
from ..spam.page_words import get_topics
from .finding import Finding

MOST_LETTERS = 120  # "Great post, thanks for sharing! I will come back to this blog." has 50


def check_praise(candidate):
    """Hold few words of which none but the most common ones stand on the page itself.

    In any language: who has read a page takes up a word of it.
    """
    known = candidate.known
    if not 0 < known.letters <= MOST_LETTERS or candidate.half_stars or candidate.is_private:
        return None
    if known.facts.get("published") or known.is_trusted or known.page_words is None:
        return None
    if known.page_words & get_topics(known.words) or known.is_name_known:
        return None
    return Finding(PRAISE)
