"""What the timed work, the desk and its people remember."""

from .calendars import CalendarFeed
from .corrections import Correction
from .ideas import PostIdea
from .notices import EditorialNotice, NoticeChoice, NoticeKind
from .previews import PreviewLink
from .publications import Publication
from .settings import EditorialSettings
from .timing import Heartbeat, ScheduleAttempt
from .trash import TrashedPage

__all__ = [
    "CalendarFeed",
    "Correction",
    "EditorialNotice",
    "EditorialSettings",
    "Heartbeat",
    "NoticeChoice",
    "NoticeKind",
    "PostIdea",
    "PreviewLink",
    "Publication",
    "ScheduleAttempt",
    "TrashedPage",
]
