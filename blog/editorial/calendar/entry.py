"""One line of the calendar, and what kinds there are."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EntryKind(TextChoices):
    PLANNED = "planned", _("Planned")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    EXPIRING = "expiring", _("Expires")
    IDEA = "idea", _("Idea")


@dataclass(frozen=True)
class CalendarEntry:
    """Something that happens, happened, or is wished for at a time.

    at: aware. Of an idea, which knows its day alone, the midnight of that day in the active zone.
    is_live: readers see the page already, so what is planned or scheduled is an update.
    is_own: of the person who asked.
    """

    kind: EntryKind
    at: datetime
    title: str
    page_id: int | None = None
    idea_id: int | None = None
    type_label: str = ""
    is_live: bool = False
    is_own: bool = False
    may_edit: bool = False
    may_move: bool = False

    @property
    def key(self):
        """What names this entry in the page and in a feed, however often it is moved."""
        if self.idea_id:
            return f"idea-{self.idea_id}"
        if self.kind == EntryKind.EXPIRING:
            return f"page-{self.page_id}-end"
        is_update = self.is_live and self.kind != EntryKind.PUBLISHED
        return f"page-{self.page_id}-update" if is_update else f"page-{self.page_id}"

    @property
    def is_all_day(self):
        return self.kind == EntryKind.IDEA

    @property
    def is_past(self):
        """Whether its moment is over; a wish for today is not, whatever the hour."""
        if self.kind == EntryKind.IDEA:
            return self.day < timezone.localdate()
        return self.at <= timezone.now()

    @property
    def day(self):
        """The date in the active zone."""
        return timezone.localtime(self.at).date()

    @property
    def kind_label(self):
        """The kind in words; an update of a live page says so."""
        if self.is_live and self.kind == EntryKind.PLANNED:
            return _("Planned update")
        if self.is_live and self.kind == EntryKind.SCHEDULED:
            return _("Scheduled update")
        return self.kind.label

    @property
    def edit_url(self):
        """Where it is edited, "" for whoever may not."""
        if not self.may_edit:
            return ""
        if self.idea_id:
            return reverse("idea:edit", args=[self.idea_id])
        return reverse("wagtailadmin_pages:edit", args=[self.page_id])

    @property
    def move_url(self):
        """Where it is moved to another time, "" where it cannot be."""
        if not self.may_move:
            return ""
        if self.idea_id:
            return reverse("editorial_move_idea", args=[self.idea_id])
        name = "editorial_move_end" if self.kind == EntryKind.EXPIRING else "editorial_move"
        return reverse(name, args=[self.page_id])
