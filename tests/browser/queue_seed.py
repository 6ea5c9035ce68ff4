"""A journal whose queue holds one comment of every kind, for the browser."""

from django.utils import timezone

from blog.accounts.models import User
from blog.comments.models import Comment, CommentEdit, Report
from blog.comments.reasons import make_reason
from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

OWNER = ("queue@example.org", "a long password")
WAITING = ["Reported words.", "First.", "Second.", "Third.", "Fourth.", "The door was green."]


def build_queue():
    """Make what waits, in the order in which the queue shows it, and an account that decides."""
    User.objects.create_superuser(*OWNER, display_name="Olive Owner")
    post = make_post(lay_out_journal().journal, "On doors", standfirst="Why they are green.")
    parent = make_comment(post, "Asked ||of the door||.", name="Tomasz")
    reported = make_comment(post, WAITING[0], parent=parent, masked=["Reported"])
    Comment.objects.filter(pk=reported.pk).update(reported_at=timezone.now())
    Report.objects.create(comment=reported, reason="rude", text="It hurts.")
    for number, words in enumerate(WAITING[1:5]):
        make_comment(
            post, words, minutes=number, status="pending", name=f"Reader {number}",
            email=f"reader{number}@mail.example", is_private=number == 3, spam_score=0.4,
            reasons=[make_reason("policy")],
        )  # fmt: skip
    changed = make_comment(post, WAITING[5], minutes=9, name="Wren")
    CommentEdit.objects.create(
        comment=changed, body="The door was red.", reasons=[make_reason("policy")]
    )
