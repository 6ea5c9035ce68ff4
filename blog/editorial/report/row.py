"""One line of the report: what will happen, when, and how it stands."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blog.scheduling.wording import until_in_words, when_in_words

from ..editing.wording import beside_in_words


class Kind(TextChoices):
    PUBLICATION = "publication", gettext_lazy("Publication")
    UPDATE = "update", gettext_lazy("Update")
    EXPIRY = "expiry", gettext_lazy("Expiry")
    ANNOUNCEMENT = "announcement", gettext_lazy("Announcement")


class State(TextChoices):
    WAITING = "waiting", gettext_lazy("Waits for its time")
    OVERDUE = "overdue", gettext_lazy("Overdue")
    FAILED = "failed", gettext_lazy("Failed, is tried again")
    ATTENTION = "attention", gettext_lazy("Needs attention")
    HELD = "held", gettext_lazy("Waits for a yes")


@dataclass
class Row:
    """Something that will happen by itself, or that waits for a yes.

    at: aware; of an announcement, when the essay appeared. by: who scheduled it, or None.
    ends_as: what an expiry does, in words. version_at: when the version that goes out was saved.
    attempt: the ScheduleAttempt of what failed, or None. may_decide: whether whoever looks may
    publish it. page_id: None for what is no page. planned_at: of an announcement, for when the
    essay was planned.
    """

    kind: Kind
    title: str
    type_label: str
    at: datetime
    state: State = State.WAITING
    by: object = None
    ends_as: str = ""
    version_at: datetime | None = None
    has_newer_draft: bool = False
    attempt: object = None
    is_mine: bool = False
    may_decide: bool = False
    page_id: int | None = None
    publication_id: int | None = None
    planned_at: datetime | None = None
    edit_url: str = ""

    @property
    def pk(self):
        """What names the line in its page."""
        return f"{self.kind}-{self.page_id or self.edit_url}"

    @property
    def when(self):
        """The instant on the clock of whoever looks, with the zone."""
        return when_in_words(self.at, timezone.get_current_timezone())

    @property
    def beside(self):
        """The same on the journal's clock, "" where that is the same one."""
        return beside_in_words(self.at, timezone.get_current_timezone())

    @property
    def until(self):
        return until_in_words(self.at, timezone.now())

    @property
    def planned_words(self):
        """For when an essay that came late was planned; "" of anything else."""
        zone = timezone.get_current_timezone()
        return when_in_words(self.planned_at, zone) if self.planned_at else ""

    @property
    def by_name(self):
        return str(self.by.get_full_name() or self.by.get_username()) if self.by else ""

    @property
    def version(self):
        """Which version goes out, in words; "" where none does."""
        if not self.version_at:
            return ""
        zone = timezone.get_current_timezone()
        words = {"when": when_in_words(self.version_at, zone, with_zone=False)}
        if self.has_newer_draft:
            return _("That of %(when)s, not the newest draft") % words
        return _("That of %(when)s, the newest") % words

    @property
    def reason(self):
        """Why it has not happened, in a sentence; "" while all is well."""
        if self.attempt:
            return self.attempt.last_error
        if self.state == State.OVERDUE:
            return _("Nobody has tried it yet: that is the timer’s work.")
        return ""

    @property
    def tries(self):
        """How often it was tried, when last and when next; "" for what never failed."""
        if not self.attempt:
            return ""
        zone = timezone.get_current_timezone()
        words = {
            "count": self.attempt.attempts,
            "last": when_in_words(self.attempt.last_tried_at, zone, with_zone=False),
            "next": when_in_words(self.attempt.next_try_at, zone, with_zone=False),
        }
        return _("Tries: %(count)s. The last: %(last)s. The next: %(next)s.") % words
