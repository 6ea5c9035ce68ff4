"""A month as weeks of days, each with what happens on it."""

from calendar import MONDAY, Calendar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Day:
    """One day of the month. entries: CalendarEntries in order of time."""

    date: date
    is_today: bool
    entries: list

    @property
    def label(self):
        """The day in words, for whoever hears the grid: "Thursday 26 November"."""
        return date_format(self.date, _("l j F"))


def month_span(day):
    """Return the first day of the month of `day`, and that of the next."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1)


def midnight(day):
    """Return when a date begins in the active zone."""
    return datetime.combine(day, time(), timezone.get_current_timezone())


def make_weeks(first, today, entries):
    """Return the weeks of the month that begins with `first`, Monday to Sunday, of Days.

    None stands for the days of the months around. entries: CalendarEntries.
    """
    by_day = {}
    for entry in entries:
        by_day.setdefault(entry.day, []).append(entry)
    weeks = Calendar(MONDAY).monthdatescalendar(first.year, first.month)
    return [
        [
            Day(day, day == today, by_day.get(day, [])) if day.month == first.month else None
            for day in week
        ]
        for week in weeks
    ]


def weekday_names():
    """Return (short, long) names of the days, Monday first."""
    monday = date(2024, 1, 1)
    days = (monday + timedelta(days=number) for number in range(7))
    return [(date_format(day, "D"), date_format(day, "l")) for day in days]
