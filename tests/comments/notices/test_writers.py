"""What a writer hears of their own words."""

from django.core import mail
from django.test import override_settings
from django.utils import timezone

from blog.comments.actions import (
    approve_comment,
    erase_comment,
    hide_comment,
    mark_spam,
    reject_comment,
    undo_judgement,
)
from blog.comments.commenters.merging import merge
from blog.comments.models import Comment, Commenter, Judgement, Notice
from blog.comments.notices.writing import can_answer_by_mail, note_answer
from blog.comments.reasons import HONEYPOT, RATED_BEFORE, make_reason
from tests.factories.comments import make_comment

from .ground import NoticesTestCase, mail_later, make_wish, recipients


class OwnWordsTests(NoticesTestCase):
    def setUp(self):
        self.comment = make_wish(self.post, status="pending", notify="replies")

    def mails_to_writer(self):
        return [one for one in mail_later() if one.to == ["orla@mail.example"]]

    def test_who_asked_for_no_mail_is_not_told(self):
        for action in (approve_comment, reject_comment):
            action(make_wish(self.post, "ana@mail.example", "", status="pending"))
        self.assertEqual(mail_later(), [])

    def test_an_unproved_address_is_not_told(self):
        comment = make_comment(self.post, status="pending", notify="all")
        approve_comment(comment, by=self.moderator)
        self.assertEqual(mail_later(), [])

    def test_spam_is_not_told(self):
        mark_spam(self.comment, by=self.moderator)
        self.assertEqual(mail_later(), [])

    def test_hidden_is_not_told(self):
        comment = make_wish(self.post, "ana@mail.example")
        hide_comment(comment, by=self.moderator)
        self.assertEqual(mail_later(), [])

    def test_a_rejection_taken_back_is_not_told(self):
        reject_comment(self.comment, by=self.moderator)
        undo_judgement(self.comment.judgements.last(), by=self.moderator)
        self.assertEqual(self.mails_to_writer(), [])

    def test_withdrawn_in_time_is_not_told(self):
        approve_comment(self.comment, by=self.moderator)
        erase_comment(self.comment)
        self.assertEqual(mail_later(), [])

    def test_published(self):
        approve_comment(self.comment, by=self.moderator)
        [told] = self.mails_to_writer()
        self.assertEqual(told.subject, "Your words on “Held down” are published")
        self.assertIn(f"?comment={self.comment.pk}#comment-{self.comment.pk}", told.body)

    def test_refused_with_the_reasons_that_a_writer_may_read(self):
        reject_comment(self.comment, by=self.moderator)
        reasons = [make_reason(HONEYPOT), make_reason(RATED_BEFORE)]
        Judgement.objects.filter(comment=self.comment).update(reasons=reasons)
        [told] = self.mails_to_writer()
        self.assertEqual(told.subject, "Your words on “Held down” were not published")
        self.assertIn("A field was filled in that people cannot see.", told.body)
        self.assertNotIn("This film has stars already", told.body)
        self.assertIn("/comments/mine/", told.body)


class AnswerTests(NoticesTestCase):
    """Answers by mail to what is not for publication."""

    def setUp(self):
        self.note = make_wish(self.post, notify="", status="pending", is_private=True)

    def refresh(self):
        return Comment.objects.select_related("commenter__merged_into").get(pk=self.note.pk)

    def assert_refused(self):
        self.assertFalse(can_answer_by_mail(self.refresh()))
        with self.assertRaises(ValueError):
            note_answer(self.refresh(), "Thank you.", self.moderator)
        self.assertFalse(Notice.objects.exists())

    def test_an_unproved_address_cannot_be_answered(self):
        Comment.objects.update(is_proved=False)
        self.assert_refused()

    def test_who_wants_no_mail_cannot_be_answered(self):
        Commenter.objects.update(mail_stopped_at=timezone.now())
        self.assert_refused()

    def test_an_address_that_wants_no_mail_cannot_be_answered_as_another_of_a_person(self):
        Commenter.objects.update(mail_stopped_at=timezone.now())
        merge(self.note.commenter, Commenter.objects.create(email="orla@work.example"))
        self.assert_refused()

    @override_settings(HAS_MAIL_SERVER=False)
    def test_without_a_mail_server_nobody_can_be_answered(self):
        self.assert_refused()

    def test_an_answer_reaches_its_writer_alone(self):
        make_wish(self.post, "ana@mail.example")
        note_answer(self.refresh(), "I read it twice.\n\n<b>{{ x }}</b>", self.moderator)
        self.assertEqual(recipients(mail_later()), ["orla@mail.example"])
        body = mail.outbox[0].body
        self.assertIn("> I read it twice.", body)
        self.assertIn("> <b>{{ x }}</b>", body)
        self.assertIn("> — Moderator Person", body)

    def test_two_answers_are_two(self):
        for words in ("First.", "Second."):
            note_answer(self.refresh(), words, self.moderator)
        [told] = mail_later()
        self.assertIn("First.", told.body)
        self.assertIn("Second.", told.body)
