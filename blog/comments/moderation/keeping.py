"""What is done to a comment that stays where it is: reports closed, passages marked as spoilers.

`by` is the account that did it, for the audit log.
"""

from django.db import transaction
from django.utils import timezone

from ..actions.moves import log_action, send
from ..models import Comment
from ..signals import comment_edited


@transaction.atomic
def keep_comment(comment, by):
    """Close what readers reported about a comment, and let it stand; whether there was anything."""
    rows = Comment.objects.filter(pk=comment.pk, reported_at__isnull=False)
    if not rows.update(reported_at=None):
        return False
    comment.reports.filter(closed_at=None).update(closed_at=timezone.now())
    comment.reported_at = None
    log_action(comment, "comments.kept", by)
    return True


def mask_passage(comment, passage, by):
    """Hide a passage of a comment as a spoiler; whether it was not hidden before.

    Raises ValueError when the words do not hold the passage as it was given.
    """

    def add(masked, body):
        if passage not in body:
            raise ValueError(f"Comment {comment.pk} does not say that.")
        return masked if passage in masked else [*masked, passage]

    return _change_masked(comment, add, "comments.masked", by)


def unmask_passage(comment, passage, by):
    """Show a passage again that was marked as a spoiler; whether it was."""

    def remove(masked, body):
        return [other for other in masked if other != passage]

    return _change_masked(comment, remove, "comments.unmasked", by)


@transaction.atomic
def _change_masked(comment, change, action, by):
    """Store what `change` makes of the passages, with the row held; whether that was anything."""
    row = Comment.objects.select_for_update().not_erased().filter(pk=comment.pk).first()
    if row is None:
        return False
    masked = change(row.masked, row.body)
    if masked == row.masked:
        return False
    row.masked = comment.masked = masked
    row.save(update_fields=["masked"])
    log_action(row, action, by)
    if row.is_published:
        send(comment_edited, row)
    return True
