"""The addresses of readers who are silent for long are forgotten; what they said stays."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from blog.comments.commenters.merging import merge
from blog.comments.models import Comment, Commenter, CommentSettings
from blog.comments.privacy.purging import forget_silent_readers
from blog.lib import timed
from blog.outbox.actions import queue_mail
from blog.outbox.models import Mail
from home.setup import lay_out_journal
from tests.comments.commenters.readers import make_reader
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

from .dump import find_everywhere

MONTHS = timedelta(days=30.44)


class PurgingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.post = make_post(lay_out_journal().journal, "Held down")

    def make(self, email, months_ago, *, seen_months_ago=None, **fields):
        """Return a comment from so long ago, and its reader first seen then."""
        when = timezone.now() - months_ago * MONTHS
        comment = make_comment(self.post, "Long ago.", name="Zephyrine", email=email)
        Comment.objects.filter(pk=comment.pk).update(created_at=when)
        seen = timezone.now() - (seen_months_ago or months_ago) * MONTHS
        Commenter.objects.filter(email=email).update(created_at=seen, **fields)
        comment.refresh_from_db()
        return comment

    def test_who_wrote_lately_stays(self):
        for months in (0, 12, 23.9):
            self.make("a@mail.example", months, seen_months_ago=40)
            self.assertEqual(forget_silent_readers(), 0)
        self.assertTrue(Commenter.objects.filter(email="a@mail.example").exists())

    def test_proof_is_a_sign_of_life(self):
        self.make("a@mail.example", 30, proved_at=timezone.now() - MONTHS)
        self.assertEqual(forget_silent_readers(), 0)

    def test_after_24_months_the_address_goes_and_the_words_stay(self):
        comment = self.make("zephyrine@mail.example", 24.1, note="Polite.")
        queue_mail(
            dedupe_key="x", recipient="Zephyrine@mail.example", subject="x", text="x", kind="x"
        )
        self.assertEqual(forget_silent_readers(), 1)
        comment.refresh_from_db()
        self.assertEqual((comment.name, comment.body), ("Zephyrine", "Long ago."))
        self.assertEqual((comment.email, comment.commenter), ("", None))
        self.assertEqual(find_everywhere("zephyrine@mail.example"), [])
        self.assertFalse(Mail.objects.exists())
        self.assertEqual(forget_silent_readers(), 0)

    def test_how_long_can_be_set(self):
        self.make("a@mail.example", 30)
        settings = CommentSettings.objects.create(site=self.post.get_site(), keep_readers_months=36)
        self.assertEqual(forget_silent_readers(), 0)
        settings.keep_readers_months = 6
        settings.save()
        self.assertEqual(forget_silent_readers(), 1)

    def test_any_address_of_a_person_keeps_all_of_theirs(self):
        self.make("old@mail.example", 30)
        person = make_reader("new@mail.example")
        make_comment(self.post, email="new@mail.example")
        merge(Commenter.objects.get(email="old@mail.example"), person)
        self.assertEqual(forget_silent_readers(), 0)

    def test_a_silent_person_with_two_addresses_loses_both(self):
        for email in ("one@mail.example", "two@mail.example"):
            self.make(email, 30)
        one, two = Commenter.objects.order_by("email")
        merge(one, two)
        self.assertEqual(forget_silent_readers(), 2)
        self.assertEqual(find_everywhere("@mail.example"), [])

    def test_it_is_done_by_the_clock(self):
        self.assertIn("silent readers", {job.name for job in timed.registered()})
