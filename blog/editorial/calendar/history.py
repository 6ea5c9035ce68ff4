"""How the history of a page tells that it was moved in time."""

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from blog.scheduling.wording import when_in_words


class MoveFormatter(LogFormatter):
    """Says from when to when, by the clock of whoever reads it."""

    def format_message(self, log_entry):
        was, now = (read(log_entry.data.get(name)) for name in ("was", "now"))
        if was and now:
            return _("Moved from %(was)s to %(now)s") % {"was": was, "now": now}
        if now:
            return _("Planned for %(now)s") % {"now": now}
        return _("No longer planned for %(was)s") % {"was": was}


def read(value):
    """Return a logged instant in words, "" for none."""
    instant = parse_datetime(value) if value else None
    return when_in_words(instant, timezone.get_current_timezone()) if instant else ""


ACTIONS = {
    "editorial.plan": gettext_lazy("Plan"),
    "editorial.unplan": gettext_lazy("Take the date away"),
    "editorial.reschedule": gettext_lazy("Move the schedule"),
    "editorial.move_end": gettext_lazy("Move the end"),
}


def register(actions):
    """Tell Wagtail's log of each action."""
    for name, label in ACTIONS.items():
        actions.register_action(name)(type("Formatter", (MoveFormatter,), {"label": label}))
    actions.register_action(
        "editorial.make_feed",
        gettext_lazy("Make the address of a calendar"),
        gettext_lazy("Made a new secret address of the calendar"),
    )
    actions.register_action(
        "editorial.revoke_feed",
        gettext_lazy("Revoke the address of a calendar"),
        gettext_lazy("Revoked the secret address of the calendar"),
    )
