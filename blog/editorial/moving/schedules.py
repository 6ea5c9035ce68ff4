"""Schedules: moving, cancelling and forestalling what the timer will publish.

The timer claims an item by the instant that it found in the row. Each change here is conditional
on the same instant, so one of the two happens and the other finds nothing.
"""

import logging

from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from ..models import ScheduleAttempt
from ..running.reasons import in_words
from .dates import lock_page, read_date, write_date
from .refusals import (
    Moved,
    MoveRefusedError,
    find_page,
    in_one_transaction,
    refuse_after_end,
    refuse_past,
    title_of,
    to_the_second,
)

logger = logging.getLogger(__name__)


@in_one_transaction
def reschedule(page, instant, by):
    """Have the scheduled version of a page go live at `instant` instead; return the Moved.

    What was approved stays as it was, but for its date. Raises PermissionDenied, and
    MoveRefusedError when nothing is scheduled any more or the time has passed.
    """
    instant = to_the_second(instant)
    found = find_page(page, by, publishing=True)
    refuse_past(found, instant)
    revision = get_scheduled(found)
    was = revision.approved_go_live_at
    refuse_after_end(found, instant, revision.content.get("expire_at"))
    if instant == was:
        return Moved(found.pk, found.draft_title, was, instant)
    claim(found, revision, instant)
    follow(found, revision, was, instant)
    log_move(found, "editorial.reschedule", by, revision, was, instant)
    return Moved(found.pk, found.draft_title, was, instant)


@in_one_transaction
def unschedule(page, by):
    """Cancel the schedule of a page; the date stays as a wish. Return the Moved.

    Raises PermissionDenied, and MoveRefusedError when nothing is scheduled any more.
    """
    found = find_page(page, by, publishing=True)
    revision = get_scheduled(found)
    was = revision.approved_go_live_at
    claim(found, revision, None)
    log(
        instance=found,
        action="wagtail.schedule.cancel",
        user=by,
        data={
            "revision": {
                "id": revision.pk,
                "created": revision.created_at.isoformat(),
                "go_live_at": was.isoformat(),
                "has_live_version": found.live,
            }
        },
        revision=revision,
    )
    return Moved(found.pk, found.draft_title, was, None)


def publish_now(page, by):
    """Publish the scheduled version of a page at once; return the Moved.

    Raises PermissionDenied, and MoveRefusedError when nothing is scheduled any more or it fails:
    the schedule then stands as it did.
    """
    try:
        return publish_at_once(page, by)
    except (MoveRefusedError, PermissionDenied, OperationalError):
        raise
    except Exception as error:
        logger.exception("Page %s could not be published at once.", page.pk)
        words = title_of(page) | {"reason": in_words(error)}
        raise MoveRefusedError(
            _("“%(title)s” could not be published: %(reason)s") % words
        ) from error


@in_one_transaction
def publish_at_once(page, by):
    found = find_page(page, by, publishing=True)
    revision = get_scheduled(found)
    was, now = revision.approved_go_live_at, timezone.now()
    refuse_after_end(found, now, revision.content.get("expire_at"))
    claim(found, revision, None)
    # With a date to come, Wagtail would schedule again.
    Revision.objects.filter(pk=revision.pk).update(content=revision.content | {"go_live_at": None})
    Revision.objects.get(pk=revision.pk).publish(user=by)
    follow(found, revision, was, None)
    return Moved(found.pk, found.draft_title, was, now)


def get_scheduled(page):
    """Return the revision of `page` that waits for its time. Raises MoveRefusedError."""
    revision = page.revisions.filter(approved_go_live_at__isnull=False).first()
    if revision is None:
        raise MoveRefusedError(explain_loss(page))
    return revision


def claim(page, revision, instant):
    """Set when a scheduled revision goes live, None for never, unless that was changed meanwhile.

    The time is set in the row that the timer reads and in what the revision holds; with None what
    it holds stays as a wish. Raises MoveRefusedError.
    """
    changes = {"approved_go_live_at": instant}
    if instant:
        changes["content"] = revision.content | {"go_live_at": instant}
    claimed = Revision.objects.filter(
        pk=revision.pk,
        approved_go_live_at=revision.approved_go_live_at,
        created_at=revision.created_at,
    ).update(**changes)
    if not claimed:
        raise MoveRefusedError(explain_loss(page))
    ScheduleAttempt.objects.filter(
        kind=ScheduleAttempt.Kind.PUBLISH,
        content_type=revision.base_content_type_id,
        object_id=revision.object_id,
    ).delete()


def follow(page, revision, was, instant):
    """Have the page's row and its newest draft say what was done to the scheduled revision.

    A draft that somebody gave another date keeps it.
    """
    row = lock_page(page.pk)
    if instant and not row.live:
        Page.objects.filter(pk=row.pk).update(go_live_at=instant)
    draft = row.latest_revision
    if draft and (draft.pk == revision.pk or read_date(draft, "go_live_at") == was):
        if draft.pk == revision.pk and not instant:
            return  # publishing has settled it
        write_date(draft, "go_live_at", instant, is_latest=True)


def explain_loss(page):
    """Return why nothing of `page` is scheduled as it was a moment ago."""
    row = Page.objects.filter(pk=page.pk).first()
    if row is None:
        return _("“%(title)s” was deleted meanwhile.") % title_of(page)
    if row.revisions.filter(approved_go_live_at__isnull=False).exists():
        return _("The schedule of “%(title)s” was changed meanwhile. Look again.") % title_of(row)
    if row.live:
        return _("“%(title)s” is live already: nothing of it waits any more.") % title_of(row)
    return _("“%(title)s” is not scheduled any more.") % title_of(row)


def log_move(page, action, by, revision, was, instant):
    data = {"was": was.isoformat(), "now": instant.isoformat()}
    log(instance=page, action=action, user=by, data=data, revision=revision)
