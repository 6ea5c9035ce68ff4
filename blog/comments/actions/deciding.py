"""What a moderator, or the rules, decide: refusals first, one conditional UPDATE, signals after.

`by` is the account that decided, for the audit log; `how` says in what way. Each returns whether
it was done: what somebody else was faster with is not done twice.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..models import Comment, Judgement
from ..models.judgement import UNDO_SECONDS
from ..signals import comment_approved, comment_removed
from .moves import log_action, move, refuse_erased, send

Status = Comment.Status
PERSON = Judgement.How.PERSON


def approve_comment(comment, by=None, how=PERSON):
    """Make a comment visible, or visible again; approving twice changes nothing.

    Raises ValueError when the comment was erased, which is final, or is for the author alone.
    """
    refuse_erased(comment, "approved")
    if comment.is_private:
        raise ValueError(f"Comment {comment.pk} is not for publication and cannot be approved.")
    published_at = Coalesce("published_at", timezone.now())
    rows = Comment.objects.approvable()
    done = move(comment, rows, Status.PUBLISHED, by=by, how=how, published_at=published_at)
    if done:
        send(comment_approved, comment)
    return bool(done)


def reject_comment(comment, by=None, how=PERSON):
    """Keep a comment from readers without calling it spam.

    Raises ValueError when readers can see it: what was visible is hidden, not rejected.
    """
    refuse_erased(comment, "rejected")
    if comment.is_published:
        raise ValueError(f"Comment {comment.pk} is published: hide it instead of rejecting it.")
    return bool(move(comment, Comment.objects.rejectable(), Status.REJECTED, by=by, how=how))


def mark_spam(comment, by=None, how=PERSON):
    """Call a comment spam; answers to it keep their place.

    Raises ValueError when the comment was erased.
    """
    refuse_erased(comment, "marked as spam")
    was_visible = comment.is_published
    done = move(comment, Comment.objects.not_spam_yet(), Status.SPAM, by=by, how=how)
    if done and was_visible:
        send(comment_removed, comment)
    return bool(done)


def hide_comment(comment, by=None, how=PERSON):
    """Take a published comment from readers' sight; answers to it keep their place.

    Raises ValueError when it is not published.
    """
    if comment.status not in (Status.PUBLISHED, Status.HIDDEN):
        raise ValueError(f"Comment {comment.pk} is not published and cannot be hidden.")
    done = move(comment, Comment.objects.published(), Status.HIDDEN, by=by, how=how)
    if done:
        send(comment_removed, comment)
    return bool(done)


def put_aside(comment, by=None, how=PERSON):
    """Put a comment that is for the author alone away as read.

    Raises ValueError when it was meant for publication.
    """
    if not comment.is_private:
        raise ValueError(f"Comment {comment.pk} is meant for publication: decide on it.")
    return bool(move(comment, Comment.objects.notable(), Status.NOTED, by=by, how=how))


def undo_judgement(judgement, by):
    """Put a comment back into the state before a decision; whether there was still time for it.

    Reports that the decision closed are open again. Only the last decision can be taken back, and
    only for UNDO_SECONDS.
    """
    comment = judgement.comment
    last = comment.judgements.order_by("-pk").first()
    too_old = judgement.created_at < timezone.now() - timedelta(seconds=UNDO_SECONDS)
    if too_old or judgement.undone_at or last != judgement or not judgement.from_status:
        return False
    rows = Comment.objects.filter(status=judgement.to_status)
    changes = {} if judgement.was_published else {"published_at": None}
    was_visible = comment.is_published
    with transaction.atomic():
        done = move(
            comment, rows, judgement.from_status, by=None, how=Judgement.How.UNDO, **changes
        )
        if not done:
            return False
        Judgement.objects.filter(pk=done.pk).update(by=by)
        Judgement.objects.filter(pk=judgement.pk).update(undone_at=timezone.now())
        _reopen_reports(comment, judgement)
        log_action(comment, "comments.undone", by)
    if comment.is_published:
        send(comment_approved, comment)
    elif was_visible:
        send(comment_removed, comment)
    return True


def _reopen_reports(comment, judgement):
    """Open the reports again that a decision closed, so that the comment rises as it did."""
    # A decision and the reports that it closes bear the same moment, see move().
    closed = comment.reports.filter(closed_at=judgement.created_at)
    first = closed.order_by("created_at", "pk").first()
    if first:
        closed.update(closed_at=None)
        comment.reported_at = first.created_at
        comment.save(update_fields=["reported_at"])
