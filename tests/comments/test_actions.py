"""Decisions about comments: the refusals first, then what follows from each."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone
from wagtail.models import ModelLogEntry

from blog.accounts.models import User
from blog.comments import actions, signals
from blog.comments.models import Comment
from home.setup import lay_out_journal
from tests.factories.comments import make_comment, make_in_every_state
from tests.factories.posts import make_post


class ActionTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.moderator = User.objects.create_user(
            "mod@mail.example", "secret", display_name="Moira Mod"
        )
        cls.journal = lay_out_journal().journal
        cls.post = make_post(cls.journal)

    def setUp(self):
        self.sent = []
        for name in ("approved", "removed", "edited"):
            signal = getattr(signals, f"comment_{name}")
            receiver = self.make_receiver(name)
            signal.connect(receiver, weak=False)
            self.addCleanup(signal.disconnect, receiver)

    def make_receiver(self, name):
        return lambda comment, **kwargs: self.sent.append((name, comment.pk))

    def call(self, action, *args, **kwargs):
        """Call an action with all that it does after commit, and return what it returned."""
        with self.captureOnCommitCallbacks(execute=True):
            return action(*args, **kwargs)

    def make_erased(self):
        comment = make_comment(self.post)
        make_comment(self.post, parent=comment)
        actions.erase_comment(comment)
        comment.refresh_from_db()
        return comment


class RefusalTests(ActionTestCase):
    def test_an_erased_comment_can_be_nothing_else(self):
        comment = self.make_erased()
        for action in (actions.approve_comment, actions.reject_comment, actions.mark_spam):
            with self.subTest(action), self.assertRaisesMessage(ValueError, "is erased"):
                action(comment)
        comment.refresh_from_db()
        self.assertEqual(comment.status, "erased")

    def test_what_is_visible_is_not_rejected(self):
        with self.assertRaisesMessage(ValueError, "hide it instead"):
            actions.reject_comment(make_comment(self.post))

    def test_only_what_is_visible_is_hidden(self):
        for status in ("pending", "rejected", "spam"):
            comment = make_comment(self.post, status=status)
            with self.subTest(status), self.assertRaisesMessage(ValueError, "not published"):
                actions.hide_comment(comment)

    def test_only_what_is_visible_is_answered(self):
        for status, comment in make_in_every_state(self.post).items():
            if status != "published":
                with self.subTest(status), self.assertRaisesMessage(ValueError, "not published"):
                    actions.answer_as(self.moderator, comment, "Yes.")

    def test_nobody_answers_where_replies_are_hidden(self):
        comment = make_comment(make_post(self.journal, comments_state="hidden"))
        with self.assertRaisesMessage(ValueError, "shows no comments"):
            actions.answer_as(self.moderator, comment, "Yes.")

    def test_a_stale_row_changes_nothing(self):
        comment = make_comment(self.post, status="pending")
        stale = Comment.objects.get(pk=comment.pk)
        actions.erase_comment(comment)
        self.assertFalse(self.call(actions.approve_comment, stale, by=self.moderator))
        self.assertEqual(self.sent, [])


class DecisionTests(ActionTestCase):
    def test_approving_publishes_once(self):
        for status in ("pending", "rejected", "spam"):
            comment = make_comment(self.post, status=status)
            self.assertTrue(self.call(actions.approve_comment, comment))
            self.assertFalse(self.call(actions.approve_comment, comment))
            comment.refresh_from_db()
            self.assertEqual(comment.status, "published")
            self.assertIsNotNone(comment.published_at)
            self.assertEqual(self.sent.count(("approved", comment.pk)), 1)

    def test_nothing_is_told_before_the_commit(self):
        comment = make_comment(self.post, status="pending")
        with self.captureOnCommitCallbacks():
            actions.approve_comment(comment)
        self.assertEqual(self.sent, [])

    def test_what_was_hidden_comes_back_with_its_first_date(self):
        comment = make_comment(self.post)
        first = comment.published_at
        self.call(actions.hide_comment, comment)
        self.assertEqual(comment.status, "hidden")
        self.call(actions.approve_comment, comment)
        comment.refresh_from_db()
        self.assertEqual(comment.published_at, first)
        self.assertEqual(self.sent, [("removed", comment.pk), ("approved", comment.pk)])

    def test_spam_that_nobody_saw_is_not_told_as_removed(self):
        self.call(actions.mark_spam, make_comment(self.post, status="pending"))
        self.assertEqual(self.sent, [])
        seen = make_comment(self.post)
        self.call(actions.mark_spam, seen)
        self.assertEqual(self.sent, [("removed", seen.pk)])

    def test_every_decision_is_logged_without_the_writers_name(self):
        comment = make_comment(self.post, status="pending", name="Secret Name")
        actions.reject_comment(comment, by=self.moderator)
        actions.mark_spam(comment, by=self.moderator)
        actions.approve_comment(comment, by=self.moderator)
        actions.hide_comment(comment, by=self.moderator)
        actions.erase_comment(comment, by=self.moderator)
        entries = ModelLogEntry.objects.filter(action__startswith="comments.").order_by("pk")
        self.assertEqual(
            [entry.action.partition(".")[2] for entry in entries],
            ["rejected", "spam", "published", "hidden", "erase"],
        )
        self.assertEqual({entry.label for entry in entries}, {f"Comment {comment.pk}"})
        self.assertEqual({entry.user for entry in entries}, {self.moderator})


class AnswerTests(ActionTestCase):
    def test_an_answer_is_published_at_once_under_the_accounts_name(self):
        parent = make_comment(self.post, parent=make_comment(self.post))
        answer = self.call(actions.answer_as, self.moderator, parent, "I saw that too.")
        self.assertTrue(answer.is_published)
        self.assertEqual((answer.name, answer.author), ("Moira Mod", self.moderator))
        self.assertEqual((answer.parent, answer.thread), (parent, parent.parent))
        self.assertEqual(self.sent, [("approved", answer.pk)])

    def test_a_closed_page_is_closed_to_readers_only(self):
        parent = make_comment(make_post(self.journal, comments_state="closed"))
        self.assertTrue(actions.answer_as(self.moderator, parent, "Last word.").is_published)


class EraseTests(ActionTestCase):
    def test_without_answers_the_row_goes(self):
        comment = make_comment(self.post)
        self.assertTrue(self.call(actions.erase_comment, comment))
        self.assertFalse(Comment.objects.filter(pk=comment.pk).exists())
        self.assertEqual(self.sent, [("removed", comment.pk)])

    def test_with_answers_only_its_place_stays(self):
        comment = self.make_erased()
        kept = [comment.name, comment.email, comment.body, comment.visitor_hash, comment.author]
        self.assertEqual(kept, ["", "", "", "", None])
        self.assertEqual(comment.answers.count(), 1)

    def test_who_erased_it_decides_what_readers_are_told(self):
        self.assertTrue(self.make_erased().was_withdrawn)
        comment = make_comment(self.post)
        make_comment(self.post, parent=comment)
        actions.erase_comment(comment, by=self.moderator)
        comment.refresh_from_db()
        self.assertFalse(comment.was_withdrawn)

    def test_erasing_twice_changes_nothing(self):
        self.assertFalse(self.call(actions.erase_comment, self.make_erased()))


class RecordTests(ActionTestCase):
    def test_a_comment_from_elsewhere_is_stored_as_it_stands_and_nobody_hears_of_it(self):
        long_ago = timezone.now() - timedelta(days=900)
        first = self.call(
            actions.record_comment, page=self.post, name="Wren", body="x", created_at=long_ago
        )
        second = self.call(
            actions.record_comment,
            page=self.post, name="Orla", body="y", created_at=long_ago, parent=first,
            status="pending",
        )  # fmt: skip
        self.assertEqual((first.published_at, second.published_at), (long_ago, None))
        self.assertEqual(second.thread, first)
        self.assertEqual(self.sent, [])
