"""“This month”: a small calendar, and what comes next."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from ..calendar.entries import get_entries
from ..calendar.entry import EntryKind
from ..running.state import get_timer_state
from .grid import make_weeks, midnight, month_span, weekday_names

NEXT_SHOWN = 5
# Towards the end of a month there is little left of it to look forward to.
DAYS_AHEAD = 30


class ThisMonthPanel(Component):
    """The month of whoever looks, on their clock."""

    name = "this-month"
    template_name = "editorial/desk/this_month.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        today = timezone.localdate()
        first, after = month_span(today)
        last = max(after, today + timedelta(days=DAYS_AHEAD))
        entries = get_entries(midnight(first), midnight(last), user)
        before = first - timedelta(days=1)
        return {
            "first": first,
            "weekdays": weekday_names(),
            "weeks": make_weeks(first, today, entries),
            "coming": [entry for entry in entries if not entry.is_past][:NEXT_SHOWN],
            "kinds": EntryKind.choices,
            "calendar_url": reverse("editorial_calendar"),
            "before": before,
            "before_url": month_url(before),
            "after": after,
            "after_url": month_url(after),
            "timer": get_timer_state(),
        }


def month_url(day):
    """Return where the calendar shows the month of `day`."""
    query = {"view": "month", "on": day.replace(day=1).isoformat()}
    return reverse("editorial_calendar", query=query)
