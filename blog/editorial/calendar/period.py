"""The stretch of days that a view of the calendar shows."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

WEEK = timedelta(days=7)
FIRST_YEAR, LAST_YEAR = 1900, 2199


class View(TextChoices):
    MONTH = "month", gettext_lazy("Month")
    WEEK = "week", gettext_lazy("Week")
    AGENDA = "agenda", gettext_lazy("Agenda")


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both shown; weeks begin on Monday."""

    view: View
    on: date

    @property
    def month(self):
        return self.on.replace(day=1)

    @property
    def first(self):
        if self.view == View.WEEK:
            return monday(self.on)
        return monday(self.month) if self.view == View.MONTH else self.month

    @property
    def last(self):
        if self.view == View.WEEK:
            return monday(self.on) + timedelta(days=6)
        last = next_month(self.month) - timedelta(days=1)
        return monday(last) + timedelta(days=6) if self.view == View.MONTH else last

    @property
    def days(self):
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    @property
    def start(self):
        """When the first day begins by the active clock."""
        return datetime.combine(self.first, time(), timezone.get_current_timezone())

    @property
    def end(self):
        """When the day after the last begins."""
        after = self.last + timedelta(days=1)
        return datetime.combine(after, time(), timezone.get_current_timezone())

    @property
    def earlier(self):
        """A day of the period before, None before the first year."""
        if self.view == View.WEEK:
            found = monday(self.on) - WEEK
        else:
            found = (self.month - timedelta(days=1)).replace(day=1)
        return found if found.year >= FIRST_YEAR else None

    @property
    def later(self):
        """A day of the period after, None after the last year."""
        found = monday(self.on) + WEEK if self.view == View.WEEK else next_month(self.month)
        return found if found.year <= LAST_YEAR else None

    @property
    def title(self):
        if self.view == View.WEEK:
            form = pgettext("format of a day", "j F Y")
            words = {
                "first": date_format(self.first, form),
                "last": date_format(self.last, form),
            }
            return _("%(first)s to %(last)s") % words
        return date_format(self.month, pgettext("format of a month", "F Y"))

    def is_outside(self, day):
        """Return whether `day` only fills up the weeks of a month."""
        return self.view == View.MONTH and day.month != self.on.month


def read_period(query):
    """Return the Period that an address asks for; what cannot be read is today's month."""
    view = query.get("view")
    view = View(view) if view in View.values else View.MONTH
    return Period(view, read_day(query.get("on")) or timezone.localdate())


def read_day(text):
    """Return the date in "2027-03-08", or None for anything else and for far-off years."""
    try:
        day = date.fromisoformat(text or "") if len(text or "") == len("2027-03-08") else None
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def monday(day):
    return day - timedelta(days=day.weekday())


def next_month(first):
    """Return the first of the month after that of `first`, itself the first of one."""
    return (first + timedelta(days=31)).replace(day=1)
