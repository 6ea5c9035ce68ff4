"""What people do reaches the notices, in the transaction in which it is done."""

from unittest import mock

from django.db import transaction

from blog.comments.actions import approve_comment
from blog.comments.models import Comment, Notice
from blog.lib import timed
from tests.comments.admin import make_person
from tests.comments.posting import PostingTestCase

from .ground import make_waiting, make_wish


class WiringTests(PostingTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.moderator = make_person("moderator")

    def test_a_decision_that_is_rolled_back_tells_nobody(self):
        make_wish(self.post)
        comment = make_waiting(self.post)
        with transaction.atomic():
            approve_comment(comment, by=self.moderator)
            self.assertTrue(Notice.objects.exists())
            transaction.set_rollback(True)
        self.assertFalse(Notice.objects.exists())

    def test_a_comment_is_not_stored_without_its_notices(self):
        with (
            mock.patch("blog.comments.submission.note_submitted", side_effect=RuntimeError),
            self.assertRaises(RuntimeError),
        ):
            self.send()
        self.assertFalse(Comment.objects.exists())

    def test_what_a_reader_posts_is_told_to_moderators(self):
        self.send()
        notice = Notice.objects.get(user=self.moderator)
        self.assertEqual((notice.kind, notice.comment.body), ("waiting", "Chairs again."))

    def test_what_a_moderator_posts_is_told_to_readers(self):
        make_wish(self.post)
        self.client.force_login(self.moderator)
        self.send(name=None, email=None)
        self.assertEqual(Notice.objects.get(commenter__isnull=False).kind, "new")

    def test_the_mails_are_timed_work(self):
        jobs = {job.name: job.every_seconds for job in timed.registered()}
        self.assertLessEqual(jobs["mails about comments"], 10)
        self.assertIn("old notices of comments", jobs)
