"""Films by words of their title or makers, also for who mistypes them."""

from typing import NamedTuple

from django.db.models import Q
from rapidfuzz import process
from rapidfuzz.distance import OSA

from blog.lib.folding import folded_words

MOST_CLOSE_FILMS = 200


class Finding(NamedTuple):
    """condition: on films. is_close: whether only mistyped words could explain the query."""

    condition: Q
    is_close: bool = False


def find_films(films, query):
    """Return those of `films`, a FilmQuerySet, that `query` means, in the order they have.

    query: any str; case, accents and signs do not count. Without a word in it, all films. Costs
    up to two queries of its own.
    """
    return films.filter(look_for(films, query).condition)


def look_for(films, query):
    """Return the Finding of `query` among `films`: all its words, or else words close to them."""
    words = folded_words(query)
    exact = Q()
    for word in words:
        exact &= Q(search_words__contains=word)
    if not words or films.filter(exact).exists():
        return Finding(exact)
    return Finding(Q(pk__in=_close_ids(films, words)), is_close=True)


def _close_ids(films, words):
    """Return the ids of films that have, for each word, one that a slip of the hand makes of it."""
    rows = [
        (pk, frozenset(text.split()))
        for pk, text in films.order_by().values_list("pk", "search_words").iterator(2000)
    ]
    vocabulary = list(frozenset().union(*(tokens for _pk, tokens in rows)))
    wanted = [_close_words(word, vocabulary) for word in words]
    fitting = (pk for pk, tokens in rows if all(not tokens.isdisjoint(near) for near in wanted))
    return [pk for pk, _place in zip(fitting, range(MOST_CLOSE_FILMS), strict=False)]


def _close_words(word, vocabulary):
    """Return the words of `vocabulary` that begin with `word` or are a few slips away from it."""
    close = {other for other in vocabulary if other.startswith(word)}
    if slips := _forgiven_slips(word):
        found = process.extract(
            word, vocabulary, scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        close.update(other for other, _distance, _place in found)
    return close


def _forgiven_slips(word):
    """How many letters may be wrong, missing, too many or exchanged: none in short words."""
    return 0 if len(word) < 4 or word.isdecimal() else 1 if len(word) < 8 else 2
