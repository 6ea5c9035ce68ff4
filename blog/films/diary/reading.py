"""What readers may see of the diary."""

from collections import Counter

from django.db.models import Count, Prefetch
from django.db.models.functions import TruncMonth
from django.utils import timezone

from ..models.film import FilmPage
from ..models.viewing import Viewing


def readable_viewings():
    """Return the viewings that readers may see, newest first; the private note is not fetched."""
    return Viewing.objects.public().defer("private_note")


def with_films(viewings):
    """Return `viewings` with what a line of the diary prints, in three queries for any number."""
    films = Prefetch("film", FilmPage.objects.for_listing())
    return viewings.select_related("author").prefetch_related(films)


def count_by_month():
    """Return {first day of the month: number of readable viewings}, newest month first."""
    dated = readable_viewings().filter(watched_on__isnull=False).order_by()
    months = dated.values(month=TruncMonth("watched_on")).annotate(number=Count("pk"))
    return {row["month"]: row["number"] for row in months.order_by("-month")}


def count_by_year(months):
    """Return {year: number}, newest first, from what `count_by_month` returns."""
    counts = Counter()
    for first_day, number in months.items():
        counts[first_day.year] += number
    return dict(counts)


def neighbours(keys, key):
    """Return the (earlier, later) neighbours of `key` among `keys`, newest first; None past an end.

    key need not be among them.
    """
    earlier = next((other for other in keys if other < key), None)
    later = next((other for other in reversed(list(keys)) if other > key), None)
    return earlier, later


def is_within(first_day, months):
    """Return whether a month lies between the first one with an entry and this one."""
    return bool(months) and min(months) <= first_day <= timezone.localdate().replace(day=1)


def is_by_several(viewings):
    """Return whether more than one person kept these: then each line says whose it is."""
    return len({viewing.author_id for viewing in viewings}) > 1
