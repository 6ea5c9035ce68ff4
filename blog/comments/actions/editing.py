"""What a writer may still do with a comment of their own."""

from datetime import timedelta

from django.utils import timezone

from ..models import Comment
from ..signals import comment_edited
from .erasing import erase_comment
from .moves import send

Status = Comment.Status

CHANGE_MINUTES = 15  # how long a writer may edit or withdraw


def edit_comment(comment, body, half_stars=None):
    """Replace the words and stars of a comment that still waits, as its own writer.

    half_stars: 1 to 10, or None for none. Returns whether it was done.
    """
    changed = (
        Comment.objects.awaiting()
        .filter(pk=comment.pk, created_at__gt=_change_limit(), answers__isnull=True)
        .update(body=body, half_stars=half_stars, edited_at=timezone.now())
    )
    if changed:
        comment.refresh_from_db()
        send(comment_edited, comment)
    return bool(changed)


def withdraw_comment(comment):
    """Erase a comment as its own writer; whether it was still in time."""
    return can_withdraw(comment) and erase_comment(comment)


def can_edit(comment):
    """Return whether the writer may still change the words: early, and before anyone read them."""
    return comment.status == Status.PENDING and can_withdraw(comment)


def can_withdraw(comment):
    """Return whether the writer may still take it back: early, and before anyone answered."""
    return (
        comment.status in (Status.PENDING, Status.PUBLISHED)
        and comment.created_at > _change_limit()
        and not comment.answers.published().exists()
    )


def _change_limit():
    return timezone.now() - timedelta(minutes=CHANGE_MINUTES)
