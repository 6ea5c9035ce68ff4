"""Publishing one due item, once and in a transaction of its own.

Wagtail's own command clears a schedule before it publishes and has no claim, so a killed run
loses it and two runs double it. Here one conditional UPDATE claims the item: on both databases
a rival waits for our commit and then matches nothing; a kill rolls the claim back.

Receivers of `published` and the like run inside that transaction: they may write rows, and do
anything outward through `transaction.on_commit`.
"""

import logging

from django.db import transaction
from django.utils.dateparse import parse_datetime
from wagtail.log_actions import log
from wagtail.models import Revision

from blog.lib.trash import is_in_trash

from ..models import ScheduleAttempt
from .dates import clear_past, keeping, write_content
from .publications import get_scheduling, publishing_for

logger = logging.getLogger(__name__)


def publish_due(item):
    """Publish the revision of a due item.

    Returns "published"; "dropped" when a newer text or the end of the page has overtaken it; None
    when a rival published it or it was withdrawn.
    """
    if item.model is None:
        raise LookupError(f"{item.content_type} is not part of the program.")
    with transaction.atomic():
        claimed = Revision.objects.filter(
            pk=item.revision_id, approved_go_live_at=item.due_at
        ).update(approved_go_live_at=None)
        if not claimed:
            return None
        revision = Revision.objects.get(pk=item.revision_id)
        target = item.get_object()
        if item.is_page and target and is_in_trash(target):
            transaction.set_rollback(True)  # the schedule stays for when the page comes back
            return None
        if target is None or is_overtaken(target, revision):
            drop(item, revision, target)
            return "dropped"
        # The intended time is the publication date, however late we are.
        item.model._base_manager.filter(pk=item.object_id, first_published_at__isnull=True).update(
            first_published_at=item.due_at
        )
        clear_dates(item, revision)
        # Wagtail forgets every schedule of the page; a newer text that is still to come stays.
        schedules = target.revisions.filter(created_at__gt=revision.created_at)
        with publishing_for(item.due_at), keeping(schedules):
            revision.publish(log_action="wagtail.publish.scheduled")
        latest = item.model._base_manager.get(pk=item.object_id).latest_revision
        if latest and latest.pk != revision.pk:
            clear_past(latest, "go_live_at")
        ScheduleAttempt.objects.of(item).delete()
    return "published"


def is_overtaken(target, revision):
    """Tell whether readers have seen a newer text since this older one was scheduled.

    Wagtail drops a schedule when something is published by hand. This catches what slips through:
    a text published in the same moment in which an older one was being scheduled. An older text
    that somebody scheduled after that publication was wanted, and goes out.
    """
    live = target.live_revision if target.live else None
    if live is None or live.pk == revision.pk or live.created_at <= revision.created_at:
        return False
    _, scheduled_at = get_scheduling(target, revision)
    return bool(target.last_published_at and target.last_published_at > scheduled_at)


def drop(item, revision, target):
    """Leave a claimed schedule undone; the history of the page tells it, where there is a page."""
    ScheduleAttempt.objects.of(item).delete()
    if target is None:
        logger.warning("%s is dropped: it was deleted.", item)
        return
    logger.warning("%s is dropped: a newer text was published meanwhile.", item)
    clear_past(revision, "go_live_at")
    log(
        instance=target,
        action="wagtail.schedule.cancel",
        data={"revision": {"id": revision.pk, "go_live_at": item.due_at.isoformat()}},
        revision=revision,
    )


def clear_dates(item, revision):
    """Empty the dates that `revision` leaves behind by being published.

    The time to go live goes even if the clock was set back since: Wagtail would schedule again.
    An end before the beginning had its turn already, and would take the page down at once.
    """
    dates = {"go_live_at": None}
    end = revision.content.get("expire_at")
    if end and parse_datetime(end) <= item.due_at:
        dates["expire_at"] = None
    write_content(revision, dates)
