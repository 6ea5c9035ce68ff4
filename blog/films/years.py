"""Years in which a film can have been made, and days on which one can have been watched."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

FIRST_YEAR = 1870  # the first pictures taken to be seen in motion are of this decade
YEARS_AHEAD = 10


def check_film_year(year):
    """Let a year pass from 1870 to ten years from now. Raises ValidationError otherwise."""
    last = timezone.now().year + YEARS_AHEAD
    if not FIRST_YEAR <= year <= last:
        message = _("%(year)s is not the year of a film. Write one from %(first)s to %(last)s.")
        raise ValidationError(message % {"year": year, "first": FIRST_YEAR, "last": last})


def check_evening(day):
    """Let a date pass on which a film can have been watched. Raises ValidationError otherwise."""
    if day > timezone.localdate():
        raise ValidationError(_("That day has not come yet."))
    if day.year < FIRST_YEAR:
        # Mostly a year with a slip in it, such as 0202.
        raise ValidationError(_("That day was before there were films. Look at the year again."))
