"""How a comment moves from one state to another: one conditional UPDATE, a row that says so."""

from functools import partial

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..models import Comment, Judgement
from ..notices.writing import note_judged
from ..spam.training import learn, take_turn


def move(comment, rows, status, *, by=None, how=Judgement.How.PERSON, reasons=(), **changes):
    """Move a comment to `status` if it still stands among `rows`; return the Judgement or None.

    A decision closes what readers reported about it.
    """
    now = timezone.now()
    with transaction.atomic():
        take_turn(how)
        changes |= {"status": status, "decided_at": now, "reported_at": None}
        rows = rows.filter(pk=comment.pk).order_by()
        before = rows.values("status", "published_at").first()
        if not before or not rows.filter(status=before["status"]).update(**changes):
            return None
        comment.reports.filter(closed_at=None).update(closed_at=now)
        comment.refresh_from_db(fields=["status", "published_at", "decided_at", "reported_at"])
        judgement = Judgement.objects.create(
            comment=comment,
            how=how,
            by=by,
            from_status=before["status"],
            to_status=status,
            was_published=before["published_at"] is not None,
            reasons=list(reasons),
            created_at=now,
        )
        learn(comment, judgement)
        note_judged(comment, judgement)
        if by:
            log_action(comment, f"comments.{status}", by)
    return judgement


def refuse_erased(comment, verb):
    """Raise ValueError for an erased comment: erasure is final."""
    if comment.status == Comment.Status.ERASED:
        raise ValueError(f"Comment {comment.pk} is erased and cannot be {verb}.")


def log_action(comment, action, user):
    # A title of our own: the log outlives an erasure and may not keep the writer's name.
    log(comment, action, user=user, title=f"Comment {comment.pk}")


def send(signal, comment):
    """Send a signal once what happened is surely stored."""
    transaction.on_commit(partial(signal.send, Comment, comment=comment))
