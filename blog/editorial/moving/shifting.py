"""Moving everything after a date by some days, for an illness or a journey."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from blog.lib.zones import NonexistentTimeError, to_instant

from ..calendar.entries import Finding
from ..calendar.entry import CalendarEntry, EntryKind
from ..ideas.actions import plan_idea
from ..models import PostIdea
from .refusals import Moved, MoveRefusedError, in_one_transaction
from .schedules import reschedule
from .wishes import plan

MOST_DAYS = 3650
END_OF_TIME = datetime(2200, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Shift:
    """One thing that would move. now: aware; is_bent: its clock time had to change that day."""

    entry: CalendarEntry
    now: datetime
    is_bent: bool = False

    @property
    def is_scheduled(self):
        return self.entry.kind == EntryKind.SCHEDULED

    @property
    def is_past(self):
        """Whether it would land where nothing can be planned any more."""
        if self.entry.is_all_day:
            return timezone.localtime(self.now).date() < timezone.localdate()
        return self.now <= timezone.now()


def find_shifts(after, days, by):
    """Return the Shifts of all that `by` may move and that stands after a day, in order of time.

    after: a date in the active zone; what stands on it stays. days: whole days, may be negative.
    Each keeps its clock time in the active zone, whatever the clocks do between.
    """
    zone = timezone.get_current_timezone()
    begin = datetime.combine(after + timedelta(days=1), time(), zone)
    finding = Finding(max(begin, timezone.now()), END_OF_TIME, by)
    entries = [*finding.scheduled(), *finding.planned(), *finding.planned_updates()]
    entries += finding.ideas()
    entries.sort(key=lambda entry: (entry.at, entry.key))
    return [move_by(entry, days, zone) for entry in entries if entry.may_move]


def move_by(entry, days, zone):
    """Return the Shift of one entry."""
    local = entry.at.astimezone(zone)
    naive = local.replace(tzinfo=None) + timedelta(days=days)
    try:
        return Shift(entry, to_instant(naive.replace(fold=0), zone, fold=local.fold))
    except NonexistentTimeError as error:
        return Shift(entry, error.after, is_bent=True)


@in_one_transaction
def shift(after, days, by, with_scheduled=False, expected=None):
    """Move everything planned after a day by whole days, all of it or nothing.

    after, days: as in `find_shifts`. with_scheduled: schedules move too, else they stay.
    expected: `name_shifts()` of what the person has seen; when it is no longer so, nothing moves.
    Returns (list of Moved, list of sentences about what stayed). Raises MoveRefusedError when
    something would land in the past.
    """
    if not days or abs(days) > MOST_DAYS:
        raise MoveRefusedError(_("Move by at least one day, and by ten years at most."))
    shifts = find_shifts(after, days, by)
    if expected is not None and expected != name_shifts(shifts):
        raise MoveRefusedError(_("Something of this was changed meanwhile. Look at it again."))
    shifts = [one for one in shifts if with_scheduled or not one.is_scheduled]
    past = [one.entry.title for one in shifts if one.is_past]
    if past:
        raise MoveRefusedError(
            _("Nothing was moved, because this would land in the past: %(titles)s.")
            % {"titles": ", ".join(f"“{title}”" for title in past)}
        )
    moved, left = [], []
    for one in shifts:
        try:
            moved.append(carry_out(one, by))
        except MoveRefusedError as refusal:
            left.append(str(refusal))
        except (PermissionDenied, PostIdea.DoesNotExist, Page.DoesNotExist):
            left.append(_("“%(title)s” stayed where it was.") % {"title": one.entry.title})
    return moved, left


def carry_out(one, by):
    """Move one thing; return the Moved."""
    entry = one.entry
    if entry.idea_id:
        idea = PostIdea.objects.get(pk=entry.idea_id)
        plan_idea(idea, timezone.localtime(one.now).date(), by)
        return Moved(None, entry.title, entry.at, one.now)
    page = Page.objects.get(pk=entry.page_id)
    return (reschedule if one.is_scheduled else plan)(page, one.now, by)


def name_shifts(shifts):
    """Return what stands for a list of Shifts in a form: it changes with each of them."""
    names = [f"{one.entry.key} {one.entry.kind} {one.entry.at.isoformat()}" for one in shifts]
    return sha256("\n".join(names).encode()).hexdigest()[:32]
