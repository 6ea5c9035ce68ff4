"""A reader who is asked to prove an address, and the mail that asks."""

import re
from datetime import timedelta
from unittest.mock import patch

from django.core import mail
from django.test import TestCase
from django.utils import timezone

from blog.comments.commenters.proof import ask_for_proof
from blog.comments.models import Comment, Commenter, CommentSettings
from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}
# Long enough, and about the essay, so that nothing speaks against it.
WORDS = (
    "In “Held down” nobody sits on the chairs again, and I keep thinking of the light that moves "
    "once across the table before one of them speaks; the essay made me see why he waits."
)
NAME = "Zephyrine Quell"
ADDRESS = "Zephyrine@mail.example"
LINK = re.compile(r"/comments/proof/[^/\s]+/")


class ProofTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.pages = lay_out_journal()
        cls.post = make_post(cls.pages.journal, "Held down")
        cls.site = cls.post.get_site()

    def use_policy(self, policy):
        CommentSettings.objects.update_or_create(site=self.site, defaults={"policy": policy})

    def make(self, page=None, **fields):
        """Return a comment that was sent in just now and waits."""
        fields = {
            "status": "pending", "name": NAME, "email": ADDRESS,
            "reasons": [{"code": "unproved", "detail": ""}],
        } | fields  # fmt: skip
        comment = make_comment(page or self.post, fields.pop("body", WORDS), **fields)
        Comment.objects.filter(pk=comment.pk).update(created_at=timezone.now())
        comment.refresh_from_db()
        return comment

    def ask(self, comment):
        with self.captureOnCommitCallbacks(execute=True):
            return ask_for_proof(comment)

    def get_link(self, comment):
        """Return the address in the mail that asked for the proof."""
        self.assertTrue(self.ask(comment))
        return LINK.search(mail.outbox[-1].body).group()

    def press(self, url, action="prove", until=None, headers=SAME_ORIGIN, **fields):
        until = until or Comment.objects.order_by("pk").last().pk
        return self.client.post(url, {"action": action, "until": until} | fields, headers=headers)

    def at(self, **later):
        """Let signatures be judged so much later."""
        moment = timezone.now() + timedelta(**later)
        return patch("django.core.signing.time.time", return_value=moment.timestamp())

    def row(self):
        return Commenter.objects.get(email=ADDRESS.lower())
