"""Whether the timer runs, in words for whoever relies on it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import Heartbeat

SILENT_AFTER_SECONDS = 600


@dataclass(frozen=True)
class TimerState:
    """When the timed work last showed itself.

    seconds_since: a float; None when it never ran, or when its clock was ahead of ours.
    sentence: says that; advice: what to do about it, "" while all is well.
    """

    seconds_since: float | None
    is_silent: bool
    sentence: str
    advice: str


def get_timer_state():
    """Return the TimerState of this moment, in one query."""
    seconds = Heartbeat.objects.seconds_since_last()
    # A sign of life from the future says nothing: clocks were set back since. Seconds apart, as
    # those of two machines, are no such thing.
    if seconds is not None and seconds < -60:
        seconds = None
    if seconds is not None and seconds <= SILENT_AFTER_SECONDS:
        return TimerState(seconds, False, last_ran(seconds), "")
    return TimerState(
        seconds,
        True,
        _("The timer is not running — scheduled essays will not appear by themselves."),
        " ".join(
            [
                last_ran(seconds) if seconds is not None else _("It has not been seen yet."),
                _(
                    "Start “manage.py serve” or “manage.py worker”, or have cron call “manage.py "
                    "worker --once” every minute; whoever looks after the machine knows how."
                ),
            ]
        ),
    )


def last_ran(seconds):
    """Return “Timer last ran 40 s ago.” for a number of seconds."""
    seconds = max(0, int(seconds))
    if seconds < 120:
        return _("Timer last ran %(seconds)s s ago.") % {"seconds": seconds}
    minutes, hours = seconds // 60, seconds // 3600
    if minutes < 120:
        text = ngettext(
            "Timer last ran %(count)s minute ago.", "Timer last ran %(count)s minutes ago.", minutes
        )
        return text % {"count": minutes}
    if hours < 48:
        text = ngettext(
            "Timer last ran %(count)s hour ago.", "Timer last ran %(count)s hours ago.", hours
        )
        return text % {"count": hours}
    text = ngettext(
        "Timer last ran %(count)s day ago.", "Timer last ran %(count)s days ago.", hours // 24
    )
    return text % {"count": hours // 24}
