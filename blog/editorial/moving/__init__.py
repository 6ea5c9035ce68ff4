"""Moving pages in time: wishes, schedules, ends, and everything after a date."""

from .endings import move_end
from .refusals import Moved, MoveRefusedError
from .schedules import publish_now, reschedule, unschedule
from .shifting import Shift, find_shifts, shift
from .wishes import plan, unplan

__all__ = [
    "MoveRefusedError",
    "Moved",
    "Shift",
    "find_shifts",
    "move_end",
    "plan",
    "publish_now",
    "reschedule",
    "shift",
    "unplan",
    "unschedule",
]
