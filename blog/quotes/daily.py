"""The quotation of the day: the same for everybody until midnight."""

from .models import Quote


def quote_of_the_day(day):
    """Return the Quote of `day`, a date, or None while the book is empty."""
    count = Quote.objects.count()
    if not count:
        return None
    return Quote.objects.for_listing().order_by("pk")[day.toordinal() % count]
