"""How long a film is, as people type it and as a page prints it."""

import re

from django.utils.translation import gettext as _

LONGEST_MINUTES = 30_000  # some art runs for weeks; a column of small integers ends here
_MINUTES = re.compile(r"(\d{1,5})\s*(?:m|min|mins|minutes|′|')?\.?")
_HOURS = re.compile(
    r"(\d{1,3})\s*(?:h|hr|hrs|hour|hours|:)\.?\s*(?:(\d{1,2})\s*(?:m|min|mins|minutes)?\.?)?"
)


def parse_minutes(text):
    """Return the minutes that "90", "90 min", "1h30", "1:30" or "1 h 30 min" means.

    Raises ValueError for anything else, for nothing and for more than 59 minutes after hours.
    """
    text = " ".join(text.lower().split())
    if match := _MINUTES.fullmatch(text):
        minutes = int(match[1])
    elif match := _HOURS.fullmatch(text):
        rest = int(match[2] or 0)
        if rest > 59:
            raise ValueError(f"{rest} minutes are more than an hour.")
        minutes = int(match[1]) * 60 + rest
    else:
        raise ValueError(f"{text!r} is not a length of time.")
    if not 0 < minutes <= LONGEST_MINUTES:
        raise ValueError(f"{minutes} minutes is not the length of a film.")
    return minutes


def format_minutes(minutes):
    """Return "1 h 30 min", or "45 min" for less than an hour."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(minutes)s min") % {"minutes": rest}
    if not rest:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}
