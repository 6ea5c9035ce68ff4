"""How a film stands with the journal, from everything that rates it.

A rating source is a function of another part: a film's id in, a list of `Rating` out, of what
readers may see alone. The diary's own is registered below; essays register theirs.
"""

from datetime import date, datetime, time
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from .models import FilmPage, FilmStanding, Viewing

_sources = []


class Rating(NamedTuple):
    """One rating. when: an aware datetime, by which the newest is found. half_stars: 1 to 10."""

    when: datetime
    half_stars: int
    author_id: int | None


def register_rating_source(source):
    """Let `source`, a function from a film's id to a list of Ratings, count too."""
    _sources.append(source)
    return source


@register_rating_source
def ratings_of_viewings(film_id):
    rated = _shown_viewings(film_id).filter(half_stars__isnull=False)
    return [
        Rating(_evening(viewing.watched_on or timezone.localdate(viewing.created_at)), *rest)
        for viewing in rated
        for rest in [(viewing.half_stars, viewing.author_id)]
    ]


def refresh_standing(film_id):
    """Compute a film's standing again; nothing happens when the film is gone.

    Call it inside the transaction that changed a viewing, an essay or who may read them.
    """
    with transaction.atomic():
        # Locked, so that of two changes at once the later one sees the earlier.
        film = FilmPage.objects.select_for_update(of=("self",)).filter(pk=film_id).first()
        if film is None:
            return
        ratings = [rating for source in _sources for rating in source(film_id)]
        newest = max(ratings, key=lambda rating: rating.when, default=None)
        viewings = _shown_viewings(film_id)
        days = [day for day in viewings.values_list("watched_on", flat=True) if day]
        values = {
            "half_stars": newest and newest.half_stars,
            "rated_on": newest and timezone.localdate(newest.when),
            "rated_by_id": newest and newest.author_id,
            "is_seen": bool(newest) or viewings.exists(),
            "last_seen_on": max(days, default=None),
        }
        FilmStanding.objects.update_or_create(film_id=film_id, defaults=values)


def _shown_viewings(film_id):
    """The viewings that readers see wherever they see the film.

    Whether that is now does not matter: a standing is shown with its film alone, and has to be
    right on the day on which a draft or a private film comes out.
    """
    return Viewing.objects.filter(film=film_id, is_private=False)


def _evening(day: date):
    """A film is rated after it: the end of the day in the journal's zone, an aware datetime."""
    return timezone.make_aware(datetime.combine(day, time(23, 59)))
