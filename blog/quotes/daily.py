"""The quotation of the day: the same until midnight."""

from .models import Quote


def quote_of_the_day(day, quotes=None):
    """Return the Quote of `day`, a date, or None while there is none.

    quotes: published Quotes to choose from; all of them, unless given.
    """
    quotes = Quote.objects.published() if quotes is None else quotes
    count = quotes.count()
    if not count:
        return None
    return quotes.for_listing().order_by("pk")[day.toordinal() % count]


def quote_of_the_day_for(user, day):
    """Return a published Quote that `user` kept or, if none, of anybody's: one each day."""
    own = Quote.objects.published().filter(owner=user)
    return quote_of_the_day(day, own) or quote_of_the_day(day)
