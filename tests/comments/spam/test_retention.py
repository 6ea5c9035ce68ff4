"""What is purged, when, and what stays."""

from datetime import timedelta
from unittest import mock

from django.test import TestCase
from django.utils import timezone

from blog.comments.actions import approve_comment, erase_comment
from blog.comments.models import Comment, Notice, RateCount
from blog.comments.spam import retention
from blog.comments.spam.retention import give_up_waiting, purge_refused, tidy_up
from home.setup import lay_out_journal
from tests.factories.comments import make_comment, make_in_every_state
from tests.factories.posts import make_post

DAY = timedelta(days=1)


class RetentionTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.post = make_post(lay_out_journal().journal, "Held down")

    def make(self, status, *, days, **fields):
        comment = make_comment(self.post, "Old words.", status=status, **fields)
        moment = timezone.now() - days * DAY
        Comment.objects.filter(pk=comment.pk).update(decided_at=moment, created_at=moment)
        return comment

    def is_there(self, comment):
        return Comment.objects.filter(pk=comment.pk).exists()

    def test_spam_and_rejected_go_after_thirty_days_and_no_sooner(self):
        young = [self.make(status, days=29) for status in ("spam", "rejected")]
        old = [self.make(status, days=31) for status in ("spam", "rejected")]
        self.assertEqual(purge_refused(), 2)
        self.assertTrue(all(map(self.is_there, young)))
        self.assertFalse(any(map(self.is_there, old)))

    def test_all_that_is_not_refused_stays_however_old(self):
        kept = len(make_in_every_state(self.post)) - len(["spam", "rejected"])
        moment = timezone.now() - 4000 * DAY
        Comment.objects.exclude(status__in=["pending", "spam", "rejected"]).update(
            decided_at=moment, created_at=moment
        )
        tidy_up()
        self.assertEqual(Comment.objects.count(), kept)

    def test_the_day_of_the_decision_counts_and_without_one_the_day_it_came(self):
        late = self.make("spam", days=100)
        Comment.objects.filter(pk=late.pk).update(decided_at=timezone.now())
        undated = self.make("spam", days=100)
        Comment.objects.filter(pk=undated.pk).update(decided_at=None)
        self.assertEqual(purge_refused(), 1)
        self.assertTrue(self.is_there(late))

    def test_answers_to_what_is_purged_keep_their_place(self):
        spam = self.make("published", days=60)
        answer = make_comment(self.post, "An answer.", parent=spam)
        Comment.objects.filter(pk=spam.pk).update(status="spam")
        purge_refused()
        spam.refresh_from_db()
        self.assertEqual((spam.status, spam.body, spam.reasons), ("erased", "", []))
        self.assertTrue(self.is_there(answer))

    def test_what_is_published_at_the_last_moment_stays(self):
        first, second = self.make("rejected", days=31), self.make("rejected", days=31)

        def publish_the_other(comment, **kwargs):
            approve_comment(second)
            return erase_comment(comment, **kwargs)

        with mock.patch.object(retention, "erase_comment", publish_the_other):
            self.assertEqual(purge_refused(), 1)
        self.assertFalse(self.is_there(first))
        self.assertTrue(self.is_there(second))

    def test_what_nobody_decided_on_for_five_months_is_rejected_and_its_writer_told(self):
        young = self.make("pending", days=149)
        old = self.make("pending", days=151, email="wren@mail.example", is_proved=True)
        self.assertEqual(give_up_waiting(), 1)
        for comment in (young, old):
            comment.refresh_from_db()
        self.assertEqual((young.status, old.status), ("pending", "rejected"))
        self.assertEqual(old.reasons[-1]["code"], "expired")
        self.assertEqual(old.judgements.get().how, "rules")
        self.assertEqual(give_up_waiting(), 0)
        self.assertFalse(Notice.objects.filter(comment=young).exists())

    def test_it_is_purged_a_month_later(self):
        old = self.make("pending", days=151)
        tidy_up()
        self.assertTrue(self.is_there(old))
        tidy_up(timezone.now() + 29 * DAY)
        self.assertTrue(self.is_there(old))
        tidy_up(timezone.now() + 31 * DAY)
        self.assertFalse(self.is_there(old))

    def test_old_counts_go_too(self):
        RateCount.objects.create(key="old", begins_at=timezone.now() - 3 * DAY, count=1)
        tidy_up()
        self.assertFalse(RateCount.objects.exists())
