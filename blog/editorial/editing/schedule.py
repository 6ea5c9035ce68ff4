"""What is planned and what is scheduled for one page, gathered once for everything that says it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.log_actions import registry as log_registry

SCHEDULED = "wagtail.publish.schedule"


@dataclass
class PageSchedule:
    """The dates of a page, seen from its newest draft.

    page: as its newest draft has it. scheduled: the approved Revision or None. now: aware.
    """

    page: object
    scheduled: object | None
    now: datetime

    @classmethod
    def of(cls, page):
        """Return the schedule of a page; asks nothing of one that was never saved."""
        return cls(page, page.scheduled_revision if page.pk else None, timezone.now())

    @property
    def go_live_at(self):
        """When the draft is to appear, if that is still to come."""
        date = self.page.go_live_at
        return date if date and date > self.now else None

    @property
    def missed_at(self):
        """When the draft was to appear, if that is past and nobody scheduled it."""
        date = self.page.go_live_at
        is_missed = date and date <= self.now and not self.scheduled and not self.page.live
        return date if is_missed else None

    @property
    def expire_at(self):
        """When the draft is to end, if that is still to come."""
        date = self.page.expire_at
        return date if date and date > self.now else None

    @property
    def scheduled_at(self):
        return self.scheduled.approved_go_live_at if self.scheduled else None

    @property
    def planned_at(self):
        """What the draft wishes and nobody scheduled: an aware datetime or None."""
        wish = self.go_live_at
        return wish if wish != self.scheduled_at else None

    @property
    def has_newer_draft(self):
        """Whether the draft was saved after the version that is scheduled."""
        return bool(self.scheduled) and self.scheduled.pk != self.page.latest_revision_id

    @property
    def scheduled_expire_at(self):
        return self.scheduled_page.expire_at if self.scheduled else None

    @cached_property
    def scheduled_page(self):
        return self.scheduled.as_object()

    @cached_property
    def scheduled_by(self):
        """The account that scheduled it, or None."""
        if not self.scheduled:
            return None
        logs = log_registry.get_logs_for_instance(self.page)
        entry = logs.filter(action=SCHEDULED, revision_id=self.scheduled.pk).first()
        return entry.user if entry else self.scheduled.user
