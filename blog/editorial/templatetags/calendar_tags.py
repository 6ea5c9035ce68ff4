"""Instants on the calendar's pages, by the clocks of the person and of the journal."""

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import pgettext

from blog.scheduling.wording import clock_in_words, when_in_words

register = template.Library()


@register.simple_tag(takes_context=True)
def beside(context, instant, view=""):
    """Return what the journal's clock says at `instant`, "" where it is the person's own.

    view: only an "agenda" has room for the zone's name, which stands above the days.
    """
    # Asked once for the page: it stands in the database.
    zone, site_zone = timezone.get_current_timezone(), context["site_zone"]
    if getattr(zone, "key", None) == site_zone.key:
        return ""
    if view == "agenda":
        return clock_in_words(instant, site_zone, beside=zone)
    local = instant.astimezone(site_zone)
    is_same_day = local.date() == instant.astimezone(zone).date()
    form = "H:i" if is_same_day else pgettext("format of a weekday and a time", "D H:i")
    return date_format(local, form)


@register.simple_tag
def clock(entry, instant):
    """Return when an entry stands, with its zone; of an idea the day alone."""
    if entry.is_all_day:
        return date_format(timezone.localtime(instant).date(), pgettext("a day", "D j M Y"))
    return when_in_words(instant, timezone.get_current_timezone())
