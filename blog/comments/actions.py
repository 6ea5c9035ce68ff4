"""Everything that changes a comment: refusals first, one conditional UPDATE, signals after commit.

`by` is the account that decided, for the audit log.
"""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.log_actions import log

from .models import Comment
from .people import get_public_name
from .policies import HIDDEN, get_comments_state, takes_ratings
from .reasons import WITHDRAWN, make_reason
from .signals import comment_approved, comment_edited, comment_removed

Status = Comment.Status

CHANGE_MINUTES = 15  # how long a writer may edit or withdraw


def approve_comment(comment, by=None):
    """Make a comment visible, or visible again; approving twice changes nothing.

    Raises ValueError when the comment was erased: erasure is final.
    """
    _refuse_erased(comment, "approved")
    published_at = Coalesce("published_at", timezone.now())
    changed = _move(
        comment, Comment.objects.approvable(), Status.PUBLISHED, by, published_at=published_at
    )
    if changed:
        _send(comment_approved, comment)
    return changed


def reject_comment(comment, by=None):
    """Keep a comment from readers without calling it spam.

    Raises ValueError when readers can see it: what was visible is hidden, not rejected.
    """
    _refuse_erased(comment, "rejected")
    if comment.is_published:
        raise ValueError(f"Comment {comment.pk} is published: hide it instead of rejecting it.")
    return _move(comment, Comment.objects.rejectable(), Status.REJECTED, by)


def mark_spam(comment, by=None):
    """Call a comment spam; answers to it keep their place.

    Raises ValueError when the comment was erased.
    """
    _refuse_erased(comment, "marked as spam")
    changed = _move(comment, Comment.objects.not_spam_yet(), Status.SPAM, by)
    if changed and comment.published_at:
        _send(comment_removed, comment)
    return changed


def hide_comment(comment, by=None):
    """Take a published comment from readers' sight; answers to it keep their place.

    Raises ValueError when it is not published.
    """
    if comment.status not in (Status.PUBLISHED, Status.HIDDEN):
        raise ValueError(f"Comment {comment.pk} is not published and cannot be hidden.")
    changed = _move(comment, Comment.objects.published(), Status.HIDDEN, by)
    if changed:
        _send(comment_removed, comment)
    return changed


def erase_comment(comment, by=None):
    """Delete a comment for good: all of it, or all but its place where answers hang on it."""
    with transaction.atomic():
        row = Comment.objects.select_for_update().not_erased().filter(pk=comment.pk).first()
        if row is None:
            return False
        if by:
            _log(row, "comments.erase", by)
        if row.answers.exists():
            _blank(row, [] if by else [make_reason(WITHDRAWN)])
        else:
            Comment.objects.filter(pk=row.pk).delete()
    comment.status = Status.ERASED
    if row.published_at:
        _send(comment_removed, comment)
    return True


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
        _send(comment_edited, comment)
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


@transaction.atomic
def answer_as(user, parent, body):
    """Publish `user`'s answer to a comment at once and return it.

    Raises ValueError when the comment is not published or its page shows no comments.

    A closed page can be answered: it is closed to readers.
    """
    if not parent.is_published:
        raise ValueError(f"Comment {parent.pk} is not published and cannot be answered.")
    if get_comments_state(parent.page.specific) == HIDDEN:
        raise ValueError(f"Page {parent.page_id} shows no comments.")
    now = timezone.now()
    answer = Comment.objects.create(
        page=parent.page,
        parent=parent,
        thread=get_thread(parent),
        author=user,
        name=get_public_name(user),
        body=body,
        status=Status.PUBLISHED,
        created_at=now,
        published_at=now,
    )
    _log(answer, "comments.answer", user)
    _send(comment_approved, answer)
    return answer


def record_comment(*, page, name, body, created_at, parent=None, status=Status.PUBLISHED, **fields):
    """Store a comment from elsewhere as it stands and return it: for imports and the demo.

    Sends no signal, so nobody is mailed about the past. fields: others of the model, such as
    half_stars, and origin_name and origin_url of what was first published elsewhere.
    Raises ValueError when it has stars but is an answer or stands on no film.
    """
    if fields.get("half_stars"):
        check_may_rate(page, parent)
    published_at = created_at if status == Status.PUBLISHED else None
    return Comment.objects.create(
        page=page,
        parent=parent,
        thread=get_thread(parent),
        name=name,
        body=body,
        status=status,
        created_at=created_at,
        **{"published_at": published_at} | fields,
    )


def check_may_rate(page, parent):
    """Raise ValueError unless a comment at this place may carry stars."""
    if parent:
        raise ValueError(f"An answer to comment {parent.pk} cannot have stars.")
    if not takes_ratings(page):
        raise ValueError(f"Page {page.pk} takes no stars.")


def get_thread(parent):
    """Return the comment that began the conversation of an answer to `parent`, or None."""
    return parent and (parent.thread or parent)


def _move(comment, rows, status, by, **changes):
    """Move a comment to `status` if it still stands among `rows`; return whether it did."""
    with transaction.atomic():
        if not rows.filter(pk=comment.pk).order_by().update(status=status, **changes):
            return False
        comment.refresh_from_db(fields=["status", "published_at"])
        if by:
            _log(comment, f"comments.{status}", by)
    return True


def _blank(comment, reasons):
    """Empty a comment of everything about a person; its place in the thread stays."""
    Comment.objects.filter(pk=comment.pk).update(
        status=Status.ERASED, name="", email="", body="", notify="", visitor_hash="",
        author=None, half_stars=None, origin_name="", origin_url="", submission_key=None,
        reasons=reasons,
    )  # fmt: skip


def _refuse_erased(comment, verb):
    if comment.status == Status.ERASED:
        raise ValueError(f"Comment {comment.pk} is erased and cannot be {verb}.")


def _log(comment, action, user):
    # A title of our own: the log outlives an erasure and may not keep the writer's name.
    log(comment, action, user=user, title=f"Comment {comment.pk}")


def _send(signal, comment):
    transaction.on_commit(partial(signal.send, Comment, comment=comment))


def _change_limit():
    return timezone.now() - timedelta(minutes=CHANGE_MINUTES)
