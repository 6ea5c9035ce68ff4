"""Taking in a report: once from each visitor, and only of what readers can see."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from ..models import Comment, Report
from ..notices.writing import note_reported
from ..spam.counting import count_up

HOUR, DAY = 3600, 86400
MOST_OF_VISITOR = 10  # a day
MOST_IN_ALL = 100  # an hour


class TooManyReportsError(Exception):
    """More came than a person writes; nothing was stored."""


def report_comment(comment, reason, text="", visitor_hash=""):
    """Store a reader's report of a comment and return it; a second one returns the first.

    The comment stays as it is: it rises in the queue, and moderators are told. reason: of
    Report.Reason. visitor_hash: of today, or "".
    Raises ValueError when readers cannot see the comment, TooManyReportsError beyond the limits.
    """
    if not comment.is_published:
        raise ValueError(f"Comment {comment.pk} is not published and cannot be reported.")
    if earlier := _find_earlier(comment, visitor_hash):
        return earlier
    _count(visitor_hash)
    try:
        with transaction.atomic():
            report = Report.objects.create(
                comment=comment, reason=reason, text=text, visitor_hash=visitor_hash
            )
            rows = Comment.objects.filter(pk=comment.pk, status=Comment.Status.PUBLISHED)
            rows.filter(reported_at=None).update(reported_at=timezone.now())
            note_reported(comment)
    except IntegrityError:
        report = _find_earlier(comment, visitor_hash)  # a faster twin's
        if report is None:
            raise
    return report


def _find_earlier(comment, visitor_hash):
    return visitor_hash and comment.reports.filter(visitor_hash=visitor_hash).first()


def _count(visitor_hash):
    """Count this report; raise TooManyReportsError beyond a limit."""
    most = {f"reports {HOUR} all": (HOUR, MOST_IN_ALL)}
    if visitor_hash:
        most[f"reports {DAY} {visitor_hash}"] = (DAY, MOST_OF_VISITOR)
    counts = count_up({key: seconds for key, (seconds, _most) in most.items()})
    if any(counts[key] > limit for key, (_seconds, limit) in most.items()):
        raise TooManyReportsError
