"""A writer changes or withdraws a comment of their own: the same checks, and never unread."""

from datetime import timedelta
from unittest import mock

from django.utils import timezone

from blog.comments import actions
from blog.comments.actions import editing
from blog.comments.models import Comment, CommentEdit, CommentSettings, Judgement
from tests.factories.comments import make_comment

from .editing import CLEAN, SPAM, SUSPICIOUS, EditingTestCase


class RefusalTests(EditingTestCase):
    def test_after_a_quarter_of_an_hour_nothing_can_be_changed(self):
        for status in ("pending", "published"):
            comment = self.make_new(
                status=status, created_at=timezone.now() - timedelta(minutes=16)
            )
            self.assertFalse(self.edit(comment), status)
            self.assertFalse(actions.withdraw_comment(comment), status)

    def test_what_was_decided_against_can_neither_be_edited_nor_withdrawn(self):
        for status in ("rejected", "spam", "hidden", "noted"):
            comment = self.make_new(status=status)
            self.assertFalse(self.edit(comment), status)
            self.assertFalse(actions.withdraw_comment(comment), status)
            self.assertEqual(self.body_of(comment), "First words.")

    def test_what_was_answered_stands_and_an_answer_that_waits_is_none(self):
        comment = self.make_new(status="published")
        answer = make_comment(self.post, parent=comment, status="pending")
        self.assertTrue(actions.can_change(comment))
        actions.approve_comment(answer)
        self.assertFalse(self.edit(comment))
        self.assertFalse(actions.withdraw_comment(comment))

    def test_a_comment_that_was_erased_meanwhile_is_too_late(self):
        comment = self.make_new()
        stale = Comment.objects.get(pk=comment.pk)
        make_comment(self.post, parent=comment, status="pending")
        actions.erase_comment(comment)
        self.assertFalse(self.edit(stale))
        self.assertEqual(self.body_of(comment), "")

    def test_a_comment_that_is_gone_is_too_late(self):
        comment = self.make_new()
        stale = Comment.objects.get(pk=comment.pk)
        actions.erase_comment(comment)
        self.assertFalse(self.edit(stale))


class WaitingTests(EditingTestCase):
    def test_the_words_are_replaced_and_it_says_when(self):
        comment = self.make_new()
        self.assertEqual(self.edit(comment), "done")
        self.assertEqual(comment.body, "Other words.")
        self.assertIsNotNone(comment.edited_at)
        self.assertEqual(self.sent, [("edited", comment.pk)])
        self.assertFalse(CommentEdit.objects.exists())

    def test_new_words_are_judged_and_the_reasons_are_the_new_ones(self):
        comment = self.make_new(reasons=[{"code": "words", "detail": "casino"}])
        self.edit(comment, verdict=SUSPICIOUS)
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.reasons), ("pending", SUSPICIOUS.reasons))

    def test_how_it_was_sent_counts_on_whatever_is_edited(self):
        CommentSettings.objects.create(site=self.post.get_site(), policy="suspicious")
        comment = self.make_new(is_proved=True, reasons=[{"code": "honeypot", "detail": ""}])
        self.edit(comment)
        comment.refresh_from_db()
        self.assertEqual(comment.status, "pending")
        self.assertIn("honeypot", [reason["code"] for reason in comment.reasons])

    def test_words_that_nothing_speaks_against_appear_and_a_judgement_says_so(self):
        comment = self.make_new()
        self.assertEqual(self.edit(comment, verdict=CLEAN), "done")
        self.assertTrue(comment.is_published)
        self.assertIsNotNone(comment.published_at)
        self.assertEqual(self.sent, [("approved", comment.pk)])
        judgement = Judgement.objects.get(comment=comment)
        self.assertEqual(
            (judgement.how, judgement.from_status, judgement.to_status),
            ("rules", "pending", "published"),
        )

    def test_words_that_turn_into_spam_are_put_away(self):
        comment = self.make_new()
        self.edit(comment, verdict=SPAM)
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.spam_score), ("spam", 0.99))
        self.assertEqual((comment.body, comment.reasons), ("Other words.", SPAM.reasons))

    def test_the_same_words_again_change_nothing(self):
        comment = self.make_new()
        self.assertEqual(self.edit(comment, "First words."), "done")
        comment.refresh_from_db()
        self.assertIsNone(comment.edited_at)

    def test_a_private_one_stays_private(self):
        comment = self.make_new(is_private=True)
        CommentSettings.objects.create(site=self.post.get_site(), policy="suspicious")
        self.assertEqual(self.edit(comment), "done")
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.body), ("pending", "Other words."))


class PublishedTests(EditingTestCase):
    def setUp(self):
        super().setUp()
        self.comment = self.make_new(status="published", masked=[])

    def test_the_old_words_stay_while_the_new_ones_wait(self):
        self.assertEqual(self.edit(self.comment, half_stars=None), "waits")
        self.assertEqual(self.body_of(self.comment), "First words.")
        edit = CommentEdit.objects.get(comment=self.comment)
        self.assertEqual((edit.body, edit.reasons[0]["code"]), ("Other words.", "policy"))
        self.assertEqual(self.sent, [])

    def test_even_spam_only_waits(self):
        self.assertEqual(self.edit(self.comment, verdict=SPAM), "waits")
        self.assertEqual(CommentEdit.objects.get().reasons, SPAM.reasons)
        self.comment.refresh_from_db()
        self.assertTrue(self.comment.is_published)

    def test_new_words_that_nothing_speaks_against_are_shown_and_marked_as_edited(self):
        self.assertEqual(self.edit(self.comment, verdict=CLEAN), "done")
        self.assertEqual(self.comment.body, "Other words.")
        self.assertIsNotNone(self.comment.edited_at)
        self.assertEqual(self.sent, [("edited", self.comment.pk)])
        judgement = Judgement.objects.get(comment=self.comment)
        self.assertEqual((judgement.from_status, judgement.to_status), ("published", "published"))

    def test_a_spoiler_that_an_editor_marked_is_not_edited_away_unread(self):
        Comment.objects.filter(pk=self.comment.pk).update(masked=["First"])
        self.comment.refresh_from_db()
        self.assertEqual(self.edit(self.comment, verdict=CLEAN), "waits")
        self.assertEqual(CommentEdit.objects.get().reasons[0]["code"], "masked")

    def test_a_second_edit_takes_the_place_of_the_first_as_another_row(self):
        self.edit(self.comment, "Second.")
        first = CommentEdit.objects.get()
        self.edit(self.comment, "Third.")
        second = CommentEdit.objects.get()
        self.assertEqual(second.body, "Third.")
        self.assertNotEqual(first.pk, second.pk)
        self.assertFalse(actions.accept_edit(first, self.moderator))
        self.assertEqual(self.body_of(self.comment), "First words.")

    def test_the_old_words_sent_again_take_the_edit_back(self):
        self.edit(self.comment)
        self.assertEqual(self.edit(self.comment, "First words."), "done")
        self.assertFalse(CommentEdit.objects.exists())

    def test_what_a_closed_page_lets_in_is_read_first(self):
        CommentSettings.objects.create(site=self.post.get_site(), policy="closed")
        self.assertEqual(self.edit(self.comment), "waits")

    def test_an_account_that_writes_here_edits_at_once(self):
        owner = type(self.moderator).objects.create_superuser(
            "o@mail.example", "secret", display_name="O"
        )
        comment = self.make_new(status="published", author=owner)
        self.assertEqual(self.edit(comment), "done")


class AtOnceTests(EditingTestCase):
    def between(self, comment, verdict, what):
        """Edit while `what()` happens between the checks and the change."""

        def judge(candidate):
            if not happened:
                happened.append(True)
                what()
            return verdict

        happened = []
        with mock.patch.object(editing, "judge", side_effect=judge):
            return self.call(actions.edit_comment, comment, "Other words.")

    def test_an_approval_meanwhile_makes_the_new_words_wait(self):
        comment = self.make_new()
        other = Comment.objects.get(pk=comment.pk)
        outcome = self.between(comment, SUSPICIOUS, lambda: actions.approve_comment(other))
        self.assertEqual((outcome, self.body_of(comment)), ("waits", "First words."))

    def test_a_rejection_meanwhile_is_too_late(self):
        comment = self.make_new()
        other = Comment.objects.get(pk=comment.pk)
        outcome = self.between(comment, CLEAN, lambda: actions.reject_comment(other))
        self.assertEqual((outcome, self.body_of(comment)), ("", "First words."))

    def test_of_two_edits_at_once_the_later_stays(self):
        for status in ("pending", "published"):
            comment = self.make_new(status=status)
            other = Comment.objects.get(pk=comment.pk)
            verdict = CLEAN if status == "published" else SUSPICIOUS
            outcome = self.between(
                comment, verdict, lambda other=other: actions.edit_comment(other, "Quicker words.")
            )
            self.assertEqual((outcome, self.body_of(comment)), ("done", "Other words."), status)

    def test_a_decision_can_say_which_words_it_is_about(self):
        comment = self.make_new()
        version = actions.words_version(comment)
        self.edit(comment)
        self.assertNotEqual(actions.words_version(comment), version)
