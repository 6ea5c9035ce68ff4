"""What failed is kept, counted, explained and tried again after growing pauses."""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from ..models import ScheduleAttempt
from ..querysets import ATTENTION_AFTER
from ..signals import schedule_failed
from .reasons import in_words

logger = logging.getLogger(__name__)

# After these failures in turn; after the last one it stays at that pace.
BACK_OFF = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60)]
LONGEST_REASON = 1000


def is_still_due(item):
    """Tell whether the schedule of `item` stands as it did, so that nothing of it happened."""
    if item.kind == ScheduleAttempt.Kind.PUBLISH:
        return Revision.objects.filter(
            pk=item.revision_id, approved_go_live_at=item.due_at
        ).exists()
    return item.model._base_manager.filter(
        pk=item.object_id, live=True, expire_at=item.due_at
    ).exists()


def keep_for_later(item, error):
    """Note a failure of `item` and when it is tried again; the schedule itself is kept.

    A failure that a rival has noted since the item was found is not counted twice.
    """
    # PostgreSQL holds no NUL, and nobody reads more than this.
    reason = in_words(error, item).replace("\x00", "")[:LONGEST_REASON]
    now = timezone.now()
    with transaction.atomic():
        attempt, _ = ScheduleAttempt.objects.select_for_update().get_or_create(
            kind=item.kind,
            content_type=item.content_type,
            object_id=item.object_id,
            defaults={"due_at": item.due_at, "last_tried_at": now, "next_try_at": now},
        )
        if attempt.due_at != item.due_at:  # it failed for an earlier schedule
            attempt.due_at, attempt.attempts, attempt.next_try_at = item.due_at, 0, now
        if attempt.next_try_at > now and attempt.last_tried_at <= now:
            return
        rest = BACK_OFF[min(attempt.attempts, len(BACK_OFF) - 1)]
        attempt.attempts += 1
        attempt.last_tried_at, attempt.next_try_at = now, now + rest
        attempt.last_error = reason
        attempt.save()
        if attempt.attempts in {1, ATTENTION_AFTER}:
            tell(item, attempt)


def tell(item, attempt):
    """Send `schedule_failed`; who cannot write a notice must not keep the failure from counting."""
    try:
        with transaction.atomic():
            schedule_failed.send(ScheduleAttempt, item=item, attempt=attempt)
    except Exception:
        logger.exception("Nobody could be told that %s failed.", item)
