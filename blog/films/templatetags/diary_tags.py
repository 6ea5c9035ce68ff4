"""Evenings of the diary, for pages of any part."""

from django import template

from blog.lib.pages import live_and_public
from blog.lib.stars import stars_numeral

from ..diary import wording
from ..diary.reading import readable_viewings, with_films
from ..models import DiaryIndexPage

register = template.Library()


@register.simple_tag(takes_context=True)
def viewings_of(context, film):
    """Return the viewings of `film` that readers may see, newest first, each with `.address`.

    None at all while the diary itself is a draft, private or gone.
    """
    return _with_addresses(context, readable_viewings().filter(film=film).select_related("author"))


@register.simple_tag(takes_context=True)
def latest_viewings(context, number=5):
    """Return the last `number` dated viewings, with their films, each with `.address`."""
    dated = with_films(readable_viewings().filter(watched_on__isnull=False))
    return _with_addresses(context, dated[:number])


@register.simple_tag(takes_context=True)
def url_of_month(context, diary, day):
    """Return the address of the month of `day` in `diary`, a DiaryIndexPage."""
    return f"{diary.get_url(context.get('request')) or ''}{day:%Y/%m}/"


@register.filter
def numeral(half_stars):
    """Return "4½" for 9."""
    return stars_numeral(half_stars)


@register.filter
def evening_words(viewing):
    """How, where and with whom a viewing was, in one line."""
    return wording.describe_evening(viewing)


def _with_addresses(context, viewings):
    """Return a list; address: of the month, at the line of the viewing."""
    diary = live_and_public(DiaryIndexPage.objects.order_by("path")).first()
    if diary is None:
        return []
    root = diary.get_url(context.get("request")) or ""
    viewings = list(viewings)
    for viewing in viewings:
        day = viewing.watched_on
        viewing.address = f"{root}{day:%Y/%m}/#viewing-{viewing.pk}" if day else root
    return viewings
