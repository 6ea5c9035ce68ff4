"""A candidate against whom nothing speaks, for tests that change one thing of it."""

from django.test import TestCase
from django.utils import timezone

from blog.comments.candidate import Candidate
from blog.comments.checks import judge
from blog.comments.commenters.rows import get_commenter
from blog.comments.models import CommentSettings
from blog.comments.spam.likeness import fill_prints
from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

WORDS = "What stayed with me were the chairs, stacked beside the cloakroom when everybody had gone."


class JudgingTestCase(TestCase):
    """A published post, a proved reader with one published comment, and a stranger."""

    @classmethod
    def setUpTestData(cls):
        cls.pages = lay_out_journal()
        cls.post = make_post(cls.pages.journal, "Held down")
        cls.settings = CommentSettings(site=cls.pages.site, policy="suspicious")
        cls.reader = cls.make_reader("orla@mail.example", "Orla")
        make_comment(cls.post, "The first of all.", name="Orla", email="orla@mail.example",
                     minutes=60 * 24 * 28, is_proved=True)  # fmt: skip
        cls.stranger = cls.make_reader("new@mail.example", "Nell")

    @staticmethod
    def make_reader(email, name, is_proved=True):
        commenter = get_commenter(email, name)
        commenter.proved_at = timezone.now() if is_proved else None
        commenter.save()
        return commenter

    def make_candidate(self, body=WORDS, **fields):
        fields = {
            "page": self.post, "settings": self.settings, "policy": self.settings.policy,
            "name": "Orla", "email": "orla@mail.example", "commenter": self.reader,
            "is_proved": True,
        } | fields  # fmt: skip
        return Candidate(body=body, **fields)

    def judge(self, body=WORDS, **fields):
        return judge(self.make_candidate(body, **fields))

    def codes(self, body=WORDS, **fields):
        """Return the codes of what was found; an empty list is published."""
        verdict = self.judge(body, **fields)
        self.assertEqual(verdict.is_published, not verdict.reasons)
        return [reason["code"] for reason in verdict.reasons]

    def of_the_stranger(self, **fields):
        return {"name": "Nell", "email": "new@mail.example", "commenter": self.stranger} | fields

    def store(self, body, status="published", created_at=None, **fields):
        """Return a stored comment with the prints that a submitted one has."""
        comment = make_comment(self.post, body, status=status, **fields)
        comment.created_at = created_at or comment.created_at
        fill_prints(comment)
        comment.save()
        return comment
