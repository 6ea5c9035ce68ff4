"""How things stand with what is scheduled: what failed, what nobody tried."""

from datetime import timedelta

from django.utils import timezone

from ..models import ScheduleAttempt
from .row import State

# The timer works off what is due within seconds; what waits longer was missed.
MISSED_AFTER = timedelta(minutes=2)


def get_attempts():
    """Return {(kind, content type, object id): ScheduleAttempt} of all that failed."""
    rows = ScheduleAttempt.objects.all()
    return {(row.kind, row.content_type_id, row.object_id): row for row in rows}


def find_attempt(attempts, kind, content_type, object_id, at):
    """Return the attempt at what is due at `at`; None when that never failed.

    One for another time is of a schedule that was moved since.
    """
    attempt = attempts.get((kind, content_type.pk, str(object_id)))
    return attempt if attempt and attempt.due_at == at else None


def choose_state(attempt, at):
    """Return the State of what is due at `at`; attempt: the failed one, or None."""
    if attempt:
        return State.ATTENTION if attempt.needs_attention else State.FAILED
    return State.OVERDUE if at < timezone.now() - MISSED_AFTER else State.WAITING
