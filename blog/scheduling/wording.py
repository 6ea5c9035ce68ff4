"""Instants in words, always with the zone in which they are meant."""

from datetime import UTC, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# Up to here a smaller unit says it better: "in 90 minutes" is clearer than "in 2 hours".
LAST_MINUTES, LAST_HOURS, LAST_DAYS, LAST_MONTHS = 90 * HOUR / 60, 36 * HOUR, 60 * DAY, 730 * DAY
MONTH, YEAR = 365.25 * DAY / 12, 365.25 * DAY


def when_in_words(instant, zone, with_zone=True):
    """Return an instant as "Mon 8 Mar 2027, 09:00 Europe/Lisbon".

    A local time that comes twice on its day is told apart: "01:30 (UTC+1)".
    """
    local = instant.astimezone(zone)
    words = date_format(local, pgettext("format of a date and a time", "D j M Y, H:i"))
    if is_doubled(local):
        words = f"{words} ({offset_in_words(local)})"
    return f"{words} {zone_in_words(zone)}" if with_zone else words


def clock_in_words(instant, zone, beside):
    """Return what the clocks of `zone` say at `instant`: with the day, where it is another.

    beside: the zone in which the instant was just named.
    """
    local, other = instant.astimezone(zone), instant.astimezone(beside)
    if local.date() == other.date():
        return f"{local:%H:%M} {zone_in_words(zone)}"
    return when_in_words(instant, zone)


def zone_in_words(zone):
    """Return the name of a zone as people write it: "America/New York"."""
    return str(getattr(zone, "key", zone)).replace("_", " ")


def offset_in_words(local):
    """Return how far an aware datetime is from UTC: "UTC+1", "UTC-3:30"."""
    minutes = round(local.utcoffset() / timedelta(minutes=1))
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}:{rest:02}" if rest else f"UTC{sign}{hours}"


def is_doubled(local):
    """Return whether the clock says this twice on that day."""
    other = local.replace(fold=1 - local.fold)
    if other.utcoffset() == local.utcoffset():
        return False
    return other.astimezone(UTC).astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(
        tzinfo=None
    )


def until_in_words(instant, now):
    """Return how long it is until `instant`: "in 3 days"; "3 days ago" where it is past."""
    distance = abs(instant - now)
    if distance < timedelta(minutes=1):
        return _("within a minute") if instant >= now else _("just now")
    length = length_in_words(distance)
    return (_("in %(length)s") if instant >= now else _("%(length)s ago")) % {"length": length}


def length_in_words(distance):
    """Return a timedelta of a minute or more in its best unit, rounded: "3 days"."""
    if distance < LAST_MINUTES:
        count = round(distance / timedelta(minutes=1))
        return ngettext("%(count)s minute", "%(count)s minutes", count) % {"count": count}
    if distance < LAST_HOURS:
        count = round(distance / HOUR)
        return ngettext("%(count)s hour", "%(count)s hours", count) % {"count": count}
    if distance < LAST_DAYS:
        count = round(distance / DAY)
        return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}
    if distance < LAST_MONTHS:
        count = round(distance / MONTH)
        return ngettext("%(count)s month", "%(count)s months", count) % {"count": count}
    count = round(distance / YEAR)
    return ngettext("%(count)s year", "%(count)s years", count) % {"count": count}
