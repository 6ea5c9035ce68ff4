"""How an essay about an idea begins."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from blog.lib.zones import NonexistentTimeError, get_zone_of, to_instant
from blog.posts import starting
from blog.posts.starting import Beginning

from .permissions import get_visible_viewings

# When a day alone was wished for: people read in the morning.
HOUR = time(9)
# On the day itself, the next full hour after this rest.
REST = timedelta(hours=1)


def begin_from_idea(idea, user, now):
    """Return the Beginning of an essay by `user`; the note goes into the margin, not the text.

    now: aware datetime; a wish for a day before it is dropped.
    """
    begun = _begin_from_film(idea, user)
    body = list(begun.body) if begun else []
    film = begun.film if begun else None
    if idea.quote:
        from_quote = starting.begin_from_quote(idea.quote)
        body += from_quote.body
        film = film or from_quote.film
    return replace(
        begun or Beginning(title=idea.line),
        title=idea.line,
        film=film,
        body=body,
        go_live_at=when_to_go_live(idea.planned_on, _zone_of(user), now),
        remark=idea.note,
    )


def when_to_go_live(day, zone, now):
    """Return when an essay wished for `day`, a date or None, might appear; None when it is over.

    zone: the ZoneInfo that the day is meant in. now: aware datetime; the answer lies after it.
    """
    if day is None:
        return None
    wished = _to_instant(datetime.combine(day, HOUR), zone)
    if wished > now:
        return wished
    earliest = (now + REST).astimezone(zone)
    full_hour = earliest.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return full_hour if full_hour.date() == day else None


def _begin_from_film(idea, user):
    """Return how an essay on the evening begins, or on the film alone; None without a film."""
    viewing = idea.viewing_id and get_visible_viewings(user).filter(pk=idea.viewing_id).first()
    if viewing and viewing.film_id == (idea.film_id or viewing.film_id):
        return starting.begin_from_viewing(viewing)
    return starting.begin_from_film(idea.film) if idea.film else None


def _to_instant(naive, zone):
    try:
        return to_instant(naive, zone, fold=0)
    except NonexistentTimeError as error:
        return error.after


def _zone_of(user):
    return get_zone_of(getattr(user, "wagtail_userprofile", None))
