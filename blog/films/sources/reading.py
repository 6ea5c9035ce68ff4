"""Reading answers whose fields may be missing, null or of another kind than promised."""

import re

from ..years import FIRST_YEAR

LAST_YEAR = 2200
MOST_MINUTES = 30_000
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DATE = re.compile(r"\+?(\d{4})(?:-|$)")


def text(value, most=255):
    """Return a str in one line, at most `most` characters, "" for anything that is none."""
    return " ".join(paragraphs(value, most).split())


def paragraphs(value, most=5_000):
    """Return a str with its lines, without what no page can print, cut at a word."""
    if not isinstance(value, str):
        return ""
    value = _UNPRINTABLE.sub("", value).strip()
    if len(value) <= most:
        return value
    return value[: most - 1].rsplit(None, 1)[0] + "…"


def whole(value, lowest=1, highest=999_999_999):
    """Return an int between the two, None for anything else. A str of digits will do."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = int(value)
    except (ValueError, OverflowError):
        return None
    return number if lowest <= number <= highest else None


def year_of(value):
    """Return the year of "2017-10-27" or "+2017-00-00T00:00:00Z", None without one."""
    found = _DATE.match(value) if isinstance(value, str) else None
    year = int(found[1]) if found else None
    return year if year and FIRST_YEAR <= year <= LAST_YEAR else None


def mapping(value):
    """Return `value` if it is a dict, else an empty one."""
    return value if isinstance(value, dict) else {}


def rows(value, most=100):
    """Return the dicts among the first `most` things of a list, [] for anything else."""
    return [row for row in value[:most] if isinstance(row, dict)] if isinstance(value, list) else []


def matched(pattern, value):
    """Return `value` when it is a str that looks like `pattern` from end to end, else ""."""
    return value if isinstance(value, str) and re.fullmatch(pattern, value) else ""


def known(**values):
    """Return the values that say something."""
    return {name: value for name, value in values.items() if value not in (None, "")}
