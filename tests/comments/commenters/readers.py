"""Readers and what became of their comments, for the tests of them."""

from datetime import timedelta

from django.utils import timezone

from blog.comments.commenters.rows import get_commenter
from blog.comments.models import Comment, Commenter
from tests.factories.comments import make_comment


def make_reader(email="wren@mail.example", *, name="Wren", is_proved=True, **fields):
    """Return the row of an address, proved unless told otherwise."""
    get_commenter(email, name)
    fields |= {"proved_at": timezone.now()} if is_proved else {}
    Commenter.objects.filter(email=email).update(**fields)
    return Commenter.objects.get(email=email)


def make_history(page, commenter, *statuses, days_ago=1, is_proved=True):
    """Return comments of a reader, one in each of these states, written so many days ago."""
    comments = []
    for status in statuses:
        comment = make_comment(
            page, f"A {status} one.", status=status, name=commenter.name, email=commenter.email
        )
        when = timezone.now() - timedelta(days=days_ago)
        dates = {"created_at": when, "is_proved": is_proved}
        if comment.is_published or status == "hidden":
            dates["published_at"] = when
        Comment.objects.filter(pk=comment.pk).update(**dates)
        comment.refresh_from_db()
        comments.append(comment)
    return comments
