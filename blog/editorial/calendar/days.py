"""The days of a period, each with what stands on it, and the gaps between them."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import ngettext, pgettext

from .entry import EntryKind
from .period import View

SHOWN = {View.MONTH: 4, View.WEEK: 40, View.AGENDA: 40}
# So many days without anything are worth a word.
GAP_DAYS = 7


@dataclass
class Day:
    """One day. entries: what is shown; more: how many others stand on it."""

    date: date
    entries: list
    hints: list
    more: int = 0
    is_today: bool = False
    is_past: bool = False
    is_outside: bool = False
    gap: object = None  # the Gap that begins here
    is_in_gap: bool = False

    @property
    def is_empty(self):
        return not (self.entries or self.hints or self.gap or self.is_today)


@dataclass(frozen=True)
class Gap:
    """Days in a row, from today on, on which nothing appears."""

    days: list = field(default_factory=list)

    @property
    def words(self):
        form = pgettext("format of a day without its year", "j F")
        words = {
            "count": len(self.days),
            "first": date_format(self.days[0], form),
            "last": date_format(self.days[-1], form),
        }
        return (
            ngettext(
                "Nothing for %(count)s day, %(first)s",
                "Nothing for %(count)s days, %(first)s to %(last)s",
                len(self.days),
            )
            % words
        )


def lay_out(period, entries, hints):
    """Return the Days of `period`. hints: {date: list of Hint}."""
    today, by_day = timezone.localdate(), {}
    for entry in entries:
        by_day.setdefault(entry.day, []).append(entry)
    days = []
    for date_ in period.days:
        found = by_day.get(date_, [])
        shown = SHOWN[period.view]
        days.append(
            Day(
                date=date_,
                entries=found[:shown],
                hints=hints.get(date_, []),
                more=len(found[shown:]),
                is_today=date_ == today,
                is_past=date_ < today,
                is_outside=period.is_outside(date_),
            )
        )
    if period.view != View.WEEK:
        mark_gaps(days, by_day, today)
    return days


def mark_gaps(days, by_day, today):
    """Tell the days of each long stretch, from today on, on which no page appears."""
    run = []
    for day in [*days, None]:
        if day and day.date >= today and not appears(by_day.get(day.date, [])):
            run.append(day)
            continue
        if len(run) >= GAP_DAYS:
            run[0].gap = Gap([one.date for one in run])
            for one in run:
                one.is_in_gap = True
        run = []


def appears(entries):
    """Return whether something comes out on a day; an end or an idea is nothing to read."""
    silent = {EntryKind.EXPIRING, EntryKind.IDEA}
    return any(entry.kind not in silent for entry in entries)
