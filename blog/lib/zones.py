"""Local times and instants, where clocks are set forward and back.

The journal's own zone is known to the site shell alone, which says here how to ask for it.
"""

import zoneinfo
from datetime import UTC, datetime, timedelta

UTC_NAME = "UTC"
_ask = {"site zone": lambda: UTC_NAME}


class NonexistentTimeError(ValueError):
    """Clocks were set forward over this local time; `before` and `after` are aware datetimes.

    before: the last minute that exists; after: the first one that does again.
    """

    def __init__(self, naive, zone, before, after):
        super().__init__(f"{naive:%Y-%m-%d %H:%M} does not exist in {zone.key}.")
        self.before, self.after = before, after


class DoubledTimeError(ValueError):
    """Clocks were set back over this local time; `first` and `second` are aware datetimes."""

    def __init__(self, naive, zone, first, second):
        super().__init__(f"{naive:%Y-%m-%d %H:%M} comes twice in {zone.key}.")
        self.first, self.second = first, second


def register_site_zone(function):
    """Have `function()` tell the name of the journal's zone from now on."""
    _ask["site zone"] = function


def get_site_zone():
    """Return the journal's own ZoneInfo; UTC where none is set."""
    return get_zone(_ask["site zone"]())


def get_zone_of(profile):
    """Return the ZoneInfo chosen in a UserProfile of Wagtail's, else the journal's own.

    profile: None for somebody who has none.
    """
    chosen = profile.current_time_zone if profile else ""
    return get_zone(chosen) if chosen else get_site_zone()


def get_zone(name):
    """Return the ZoneInfo called `name`; UTC when this machine no longer knows it."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return zoneinfo.ZoneInfo(UTC_NAME)


def to_instant(naive, zone, fold=None):
    """Return the aware datetime in `zone` of a naive local one.

    fold: 0 or 1 chooses the first or the second of a doubled time; None asks.
    Raises NonexistentTimeError, and DoubledTimeError where fold is None.
    """
    first, second = (naive.replace(tzinfo=zone, fold=number) for number in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first
    if not _exists(first):
        after = _first_after_gap(naive, zone)
        before = (after.astimezone(UTC) - timedelta(minutes=1)).astimezone(zone)
        raise NonexistentTimeError(naive, zone, before, after)
    if fold is None:
        raise DoubledTimeError(naive, zone, first, second)
    return second if fold else first


def _exists(moment):
    """Whether a local time comes back from UTC as it went."""
    back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return back.replace(tzinfo=None) == moment.replace(tzinfo=None)


def _first_after_gap(naive, zone):
    """Return the first minute after the gap in which `naive` lies."""
    # Read with the offset of before, a time in the gap comes out as far behind it as it lies in it.
    earlier = naive.replace(tzinfo=zone, fold=1).astimezone(UTC)
    later = naive.replace(tzinfo=zone, fold=0).astimezone(UTC)
    low, high = sorted((earlier, later))
    before = low.astimezone(zone).utcoffset()
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) // 2
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return _whole_minute(high).astimezone(zone)


def _whole_minute(moment: datetime):
    """Return `moment` rounded up to the minute."""
    cut = moment.replace(second=0, microsecond=0)
    return cut if cut == moment else cut + timedelta(minutes=1)
