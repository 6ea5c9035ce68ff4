"""Taking a comment away for good."""

from django.db import transaction

from ..models import Comment, CommentEdit
from ..notices.writing import note_erased
from ..reasons import WITHDRAWN, make_reason
from ..signals import comment_removed
from .moves import log_action, send

Status = Comment.Status


def erase_comment(comment, by=None, reasons=None):
    """Delete a comment for good: all of it, or all but its place where answers hang on it.

    reasons: what is kept of why; not given, nobody's doing is its writer's.
    """
    if reasons is None:
        reasons = [] if by else [make_reason(WITHDRAWN)]
    with transaction.atomic():
        row = Comment.objects.select_for_update().not_erased().filter(pk=comment.pk).first()
        if row is None:
            return False
        if by:
            log_action(row, "comments.erase", by)
        note_erased(row)
        if row.answers.exists():
            _blank(row, reasons)
        else:
            Comment.objects.filter(pk=row.pk).delete()
    comment.status = Status.ERASED
    if row.published_at:
        send(comment_removed, comment)
    return True


def _blank(comment, reasons):
    """Empty a comment of everything about a person; its place in the thread stays."""
    CommentEdit.objects.filter(comment=comment).delete()
    comment.notices.all().delete()
    comment.reports.update(text="")
    comment.judgements.update(reasons=[])  # they may quote the words
    Comment.objects.filter(pk=comment.pk).update(
        status=Status.ERASED, name="", email="", body="", notify="", notify_stopped_at=None,
        visitor_hash="",
        network_hash="", words_hash="", simhash=None, link_hosts=[], masked=[], commenter=None,
        is_proved=False, is_private=False, spam_score=None, reported_at=None,
        author=None, half_stars=None, origin_name="", origin_url="", submission_key=None,
        reasons=reasons,
    )  # fmt: skip
