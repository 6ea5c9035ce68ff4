"""Faint reminders in the calendar: what appeared and was seen on the same days of earlier years."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.permissions import policy_registry

from blog.films.models import FilmPage, Viewing
from blog.posts.models import PostPage

from ..desk.years import round_years
from .period import FIRST_YEAR

YEARS_BACK = 20
NOTHING = Q(pk__in=[])
SHOWN_A_DAY = 2
FILMS_SHOWN = 5


@dataclass(frozen=True)
class Hint:
    """years: how many ago. is_seen: `title` was seen then, else it was published."""

    years: int
    title: str
    is_seen: bool

    @property
    def words(self):
        if self.is_seen:
            words = ngettext("Seen %(years)s year ago", "Seen %(years)s years ago", self.years)
        else:
            words = ngettext(
                "Published %(years)s year ago", "Published %(years)s years ago", self.years
            )
        return words % {"years": self.years}


def get_hints(period, user):
    """Return {date: at most two Hints}, in two queries."""
    found, by_day = {}, {(day.month, day.day): day for day in period.days}
    years = [
        year
        for year in range(period.first.year - YEARS_BACK, period.last.year)
        if year >= FIRST_YEAR
    ]
    for happened_on, title, is_seen in [
        *find_essays(period, years),
        *find_evenings(period, years, user),
    ]:
        day = by_day.get((happened_on.month, happened_on.day))
        if day and day.year > happened_on.year:
            found.setdefault(day, set()).add(Hint(day.year - happened_on.year, title, is_seen))
    return {
        day: sorted(hints, key=lambda hint: (hint.years, hint.title))[:SHOWN_A_DAY]
        for day, hints in found.items()
    }


def find_essays(period, years):
    """Yield (date, title, whether it was seen) of the essays that appeared on such days."""
    spans = [
        Q(first_published_at__gte=in_year(period.start, year), first_published_at__lt=end)
        for year in years
        if (end := in_year(period.end, year + period.end.year - period.start.year))
    ]
    posts = (
        PostPage.objects.live().filter(reduce(or_, spans, NOTHING)).order_by("first_published_at")
    )
    for at, title in posts.values_list("first_published_at", "title"):
        yield timezone.localtime(at).date(), title, False


def find_evenings(period, years, user):
    """Yield (date, title, whether it was seen) of evenings in one's own diary."""
    spans = [
        Q(
            watched_on__range=(
                in_year(period.first, year),
                in_year(period.last, year + period.last.year - period.first.year),
            )
        )
        for year in years
    ]
    policy = policy_registry.get_by_type(Viewing)
    evenings = policy.instances_user_has_any_permission_for(user, {"change"})
    evenings = evenings.filter(reduce(or_, spans, NOTHING)).order_by("watched_on", "pk")
    for watched_on, title in evenings.values_list("watched_on", "film__title"):
        yield watched_on, title, True


def get_round_films(period):
    """Return films that came out a round number of years before the period, as (years, title).

    Films know the year of their release alone, so they belong to no day.
    """
    films = FilmPage.objects.published().filter(year__in=round_years(period.on))
    rows = films.order_by("year", "sort_title", "pk").values_list("year", "title")
    return [(period.on.year - year, title) for year, title in rows[:FILMS_SHOWN]]


def in_year(moment, year):
    """Return a date or datetime in another year; a leap day is the day before it there."""
    try:
        return moment.replace(year=year)
    except ValueError:
        return moment.replace(year=year, day=28)
