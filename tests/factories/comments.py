"""Comments as small as they can be, in any state, and whole threads of them."""

from datetime import timedelta

from django.utils import timezone

from blog.comments.actions import record_comment
from blog.comments.models import Comment

START = timezone.now() - timedelta(days=30)


def make_comment(page, body="I came to it through the chairs too.", *, minutes=0, **fields):
    """Return a published comment on `page`, written `minutes` after all comments' START."""
    fields = {"name": "Wren", "email": "wren@mail.example"} | fields
    return record_comment(
        page=page, body=body, created_at=START + timedelta(minutes=minutes), **fields
    )


def make_chain(page, length):
    """Return comments of which each answers the one before."""
    comments = []
    for number in range(length):
        parent = comments[-1] if comments else None
        comments.append(make_comment(page, f"Level {number + 1}.", minutes=number, parent=parent))
    return comments


def make_in_every_state(page, **fields):
    """Return {state: comment} with one comment in each state that a moderator can meet."""
    return {
        status: make_comment(page, f"A {status} comment.", status=status, **fields)
        for status in Comment.Status.values
        if status != Comment.Status.ERASED
    }
