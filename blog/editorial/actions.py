"""Publishing and expiring what is due, each item once and in a transaction of its own.

Wagtail's own command clears a schedule before it publishes and has no claim, so a killed run
loses it and two runs double it. Here one conditional UPDATE claims the item: on both databases
a rival waits for our commit and then matches nothing; a kill rolls the claim back.

Receivers of `published` and the like run inside that transaction: they may write rows, and do
anything outward through `transaction.on_commit`.
"""

import logging
from dataclasses import dataclass, field
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Revision

from .due import due_expiries, due_publications
from .models import ScheduleAttempt

logger = logging.getLogger(__name__)

# After these failures in turn; after the last one it stays at that pace.
BACK_OFF = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60)]


@dataclass
class Summary:
    """What one run did: lists of due items, the failed ones with the reason."""

    published: list = field(default_factory=list)
    expired: list = field(default_factory=list)
    failed: list = field(default_factory=list)


def run_due():
    """Publish and expire everything that is due, and return a Summary.

    Publications come first: one may renew an item whose expiry is due as well.
    """
    summary = Summary()
    for find, act, done in (
        (due_publications, publish_due, summary.published),
        (due_expiries, expire_due, summary.expired),
    ):
        for item in find():
            try:
                if act(item):
                    done.append(item)
            except OperationalError as error:
                # A lock or a lost connection is nobody's fault: the next tick tries again.
                logger.warning("%s has to wait: %s", item, error)
                summary.failed.append((item, in_words(error)))
            except Exception as error:
                logger.exception("%s failed.", item)
                if is_still_due(item):
                    keep_for_later(item, error)
                    summary.failed.append((item, in_words(error)))
                else:
                    # Only what was to follow the commit failed; the item itself is done.
                    done.append(item)
    return summary


def publish_due(item):
    """Publish the revision of a due item; return False when a rival did or it was withdrawn."""
    with transaction.atomic():
        claimed = Revision.objects.filter(
            pk=item.revision_id, approved_go_live_at=item.due_at
        ).update(approved_go_live_at=None)
        if not claimed:
            return False
        # The intended time is the publication date, however late we are.
        item.model._base_manager.filter(pk=item.object_id, first_published_at__isnull=True).update(
            first_published_at=item.due_at
        )
        revision = Revision.objects.get(pk=item.revision_id)
        clear_past(revision, "go_live_at")
        revision.publish(log_action="wagtail.publish.scheduled")
        latest = item.model._base_manager.get(pk=item.object_id).latest_revision
        if latest and latest.pk != revision.pk:
            clear_past(latest, "go_live_at")
        ScheduleAttempt.objects.of(item).delete()
    return True


def expire_due(item):
    """Take down a due item; return False when a rival did or its date was changed."""
    objects = item.model._base_manager
    with transaction.atomic():
        claimed = objects.filter(pk=item.object_id, live=True, expire_at=item.due_at).update(
            expire_at=None
        )
        if not claimed:
            return False
        expiring = objects.get(pk=item.object_id)
        revisions = {expiring.live_revision, expiring.latest_revision} - {None}
        # Wagtail's unpublish() forgets every schedule; a coming publication is to stay.
        schedules = dict(
            expiring.revisions.filter(approved_go_live_at__isnull=False).values_list(
                "pk", "approved_go_live_at"
            )
        )
        getattr(expiring, "specific", expiring).unpublish(
            set_expired=True, log_action="wagtail.unpublish.scheduled"
        )
        for pk, approved_go_live_at in schedules.items():
            Revision.objects.filter(pk=pk).update(approved_go_live_at=approved_go_live_at)
        for revision in revisions:
            clear_past(revision, "go_live_at", "expire_at")
        ScheduleAttempt.objects.of(item).delete()
    return True


def clear_past(revision, *names):
    """Empty the dates in `revision` that have come: the form would refuse to save them again."""
    now = timezone.now()
    past = [
        name
        for name in names
        if revision.content.get(name) and parse_datetime(revision.content[name]) <= now
    ]
    if past:
        revision.content |= dict.fromkeys(past)
        # update(): a save() would log that a schedule was cancelled.
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)


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
        if attempt.next_try_at > now:
            return
        rest = BACK_OFF[min(attempt.attempts, len(BACK_OFF) - 1)]
        attempt.attempts += 1
        attempt.last_tried_at, attempt.next_try_at = now, now + rest
        attempt.last_error = in_words(error)
        attempt.save()


def in_words(error):
    """Return what an exception says, for people."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return str(error) or type(error).__name__
