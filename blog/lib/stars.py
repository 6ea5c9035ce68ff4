"""Ratings: whole half stars from 1 (half a star) to 10 (five stars), in words and signs."""

from django.utils import formats
from django.utils.translation import gettext as _

MIN_HALF_STARS = 1
MAX_HALF_STARS = 10


def check_half_stars(half_stars):
    """Return `half_stars` unchanged.

    Raises ValueError when it is not a whole number from 1 to 10.
    """
    if not isinstance(half_stars, int) or not MIN_HALF_STARS <= half_stars <= MAX_HALF_STARS:
        raise ValueError(f"{half_stars!r} is not a whole number of half stars from 1 to 10.")
    return half_stars


def stars_value(half_stars):
    """Return the rating as a plain number, such as "4.5" or "4"."""
    whole, half = divmod(check_half_stars(half_stars), 2)
    return formats.number_format(whole + 0.5 if half else whole)


def stars_label(half_stars):
    """Return the rating in words, for people who hear the page: "4.5 out of 5"."""
    return _("%(stars)s out of 5") % {"stars": stars_value(half_stars)}


def stars_numeral(half_stars):
    """Return the rating as it is printed beside the stars: "4½", "½", "5"."""
    whole, half = divmod(check_half_stars(half_stars), 2)
    return f"{whole or ''}{'½' if half else ''}"


def half_star_choices():
    """Return (value, label) pairs from five stars down to a half, for a form field."""
    return [
        (value, f"{stars_numeral(value)} – {stars_label(value)}")
        for value in range(MAX_HALF_STARS, MIN_HALF_STARS - 1, -1)
    ]
