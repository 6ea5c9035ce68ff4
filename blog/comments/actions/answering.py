"""Answers of the journal's own people, and comments that come from elsewhere."""

from django.db import transaction
from django.utils import timezone

from ..commenters.rows import get_commenter
from ..models import Comment
from ..notices.writing import note_submitted
from ..people import get_public_name
from ..policies import HIDDEN, get_comments_state, takes_ratings
from ..signals import comment_approved
from .moves import log_action, send

Status = Comment.Status


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
        decided_at=now,
    )
    log_action(answer, "comments.answer", user)
    note_submitted(answer)
    send(comment_approved, answer)
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
        commenter=get_commenter(
            fields.get("email", ""), name, created_at, fields.get("is_proved", False)
        ),
        page=page,
        parent=parent,
        thread=get_thread(parent),
        name=name,
        body=body,
        status=status,
        created_at=created_at,
        decided_at=created_at,
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
