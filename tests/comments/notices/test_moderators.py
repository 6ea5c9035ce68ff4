"""What moderators and the writers of pages hear."""

from django.test import override_settings
from django.utils import timezone

from blog.accounts.models import User
from blog.comments.actions import approve_comment, hide_comment, reject_comment, undo_judgement
from blog.comments.models import Comment, CommentEdit, ModeratorMail, Notice, Report
from blog.comments.notices.writing import (
    note_edit_waits,
    note_reported,
    note_submitted,
    tell_moderators,
)
from blog.comments.reasons import POLICY, make_reason
from tests.comments.admin import make_person
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

from .ground import NoticesTestCase, later, mail_later, make_waiting, recipients

Kind = Notice.Kind


class ModeratorsTestCase(NoticesTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.author = make_person("author")
        cls.own = make_post(cls.journal, "By the author", owner=cls.author)

    def wait(self, page=None, **fields):
        comment = make_waiting(page or self.post, **fields)
        note_submitted(comment)
        return comment

    def report(self, comment, reason="rude", **fields):
        report = Report.objects.create(comment=comment, reason=reason, **fields)
        Comment.objects.filter(pk=comment.pk).update(reported_at=timezone.now())
        note_reported(self.reload(comment))
        return report

    def set_frequency(self, frequency, user=None):
        row = {"frequency": frequency}
        ModeratorMail.objects.update_or_create(user=user or self.moderator, defaults=row)


class WhoDoesNotHearTests(ModeratorsTestCase):
    @override_settings(HAS_MAIL_SERVER=False)
    def test_without_a_mail_server_nothing_is_noted(self):
        self.wait()
        tell_moderators(self.wait(), Kind.FLOOD)
        self.assertFalse(Notice.objects.exists())

    def test_who_chose_never_hears_nothing(self):
        self.set_frequency("never")
        self.wait()
        self.assertFalse(Notice.objects.exists())

    def test_an_author_hears_nothing_of_others_pages(self):
        self.wait()
        self.assertEqual(recipients(mail_later()), ["moderator@mail.example"])

    def test_a_page_of_somebody_who_left_is_told_to_moderators_alone(self):
        User.objects.filter(pk=self.author.pk).update(is_active=False)
        self.wait(self.own)
        self.assertEqual(recipients(mail_later()), ["moderator@mail.example"])

    def test_an_owner_without_a_role_hears_nothing(self):
        self.author.groups.clear()
        self.wait(self.own)
        self.assertEqual(recipients(mail_later()), ["moderator@mail.example"])

    def test_who_lost_the_permission_since_hears_nothing(self):
        self.wait()
        self.moderator.groups.clear()
        self.assertEqual(mail_later(), [])
        self.assertFalse(Notice.objects.exists())

    def test_what_was_decided_meanwhile_is_not_told(self):
        for action in (approve_comment, reject_comment):
            action(self.wait(), by=self.moderator)
        self.assertEqual(mail_later(), [])

    def test_what_was_decided_past_all_actions_is_not_told(self):
        self.wait()
        Comment.objects.filter(status="pending").update(status="spam")
        self.assertEqual(mail_later(), [])
        self.assertFalse(Notice.objects.exists())

    def test_a_report_that_was_looked_at_is_not_told(self):
        comment = make_comment(self.post)
        self.report(comment)
        Comment.objects.filter(pk=comment.pk).update(reported_at=None)
        self.assertEqual(mail_later(), [])

    def test_a_hidden_comment_is_not_told_as_reported(self):
        comment = make_comment(self.post)
        self.report(comment)
        hide_comment(comment, by=self.moderator)
        self.assertEqual(mail_later(), [])

    def test_spam_and_rejected_ones_are_not_told(self):
        for status in ("spam", "rejected"):
            note_submitted(make_comment(self.post, status=status))
        self.assertFalse(Notice.objects.exists())


class WhatIsToldTests(ModeratorsTestCase):
    def test_moderators_hear_of_everything_and_authors_of_their_pages(self):
        self.wait(self.own)
        told = {one.to[0]: one for one in mail_later()}
        self.assertEqual(set(told), {"moderator@mail.example", "author@mail.example"})
        self.assertIn("/comments/decide/", told["moderator@mail.example"].body)
        self.assertNotIn("/comments/decide/", told["author@mail.example"].body)
        self.assertNotIn("decide in that name", told["author@mail.example"].body)

    def test_a_comment_that_waits(self):
        comment = self.wait(reasons=[make_reason(POLICY)], body="One ||of them dies|| thought.")
        make_comment(self.other_post)  # the same address
        [told] = mail_later()
        self.assertEqual(told.subject, "Wren wrote on “Held down”, and it waits")
        self.assertIn("> One", told.body)
        self.assertNotIn("of them dies", told.body)
        self.assertNotIn("wren@mail.example", told.body)
        self.assertIn("A person reads every reply here before it appears.", told.body)
        self.assertIn("1 published, 0 rejected, 0 spam, 1 waiting", told.body)
        for words in ("Publish it", "It is spam", "Answer it"):
            self.assertIn(f"- {words} <http://127.0.0.1:8000/comments/decide/", told.body)
        self.assertIn(f"/admin/snippets/comments/comment/inspect/{comment.pk}/", told.body)
        self.assertIn("This mail is for Moderator Person alone", told.body)

    def test_several_are_one_mail(self):
        for number in range(3):
            self.wait(body=f"Thought {number}.")
        [told] = mail_later()
        self.assertEqual(told.subject, "3 replies to look at on Wellspring")
        for number in range(3):
            self.assertIn(f"Thought {number}.", told.body)

    def test_of_very_many_the_rest_is_a_number(self):
        for number in range(23):
            self.wait(body=f"Thought {number}.")
        [told] = mail_later()
        self.assertIn("Thought 19.", told.body)
        self.assertNotIn("Thought 20.", told.body)
        self.assertIn("3 more in the queue", told.body)
        self.assertEqual(mail_later(minutes=120), [])

    def test_a_report_with_its_reason_and_words(self):
        comment = make_comment(self.post)
        self.report(comment, text="{{ x }} <b>Look</b>")
        [told] = mail_later()
        self.assertEqual(told.subject, "A reader reported what Wren wrote on “Held down”")
        self.assertIn("It is hurtful or rude. {{ x }} <b>Look</b>", told.body)
        self.assertIn("Hide it <", told.body)

    def test_a_second_open_report_is_not_told_again(self):
        comment = make_comment(self.post)
        self.report(comment)
        self.assertEqual(len(mail_later()), 1)
        self.report(comment, "spam")
        self.assertEqual(mail_later(minutes=120), [])

    def test_a_report_after_the_first_was_looked_at_is_told(self):
        comment = make_comment(self.post)
        report = self.report(comment)
        self.assertEqual(len(mail_later()), 1)
        Report.objects.filter(pk=report.pk).update(closed_at=timezone.now())
        with later(minutes=60):
            self.report(comment, "spam")
        self.assertEqual(len(mail_later(minutes=120)), 1)

    def test_new_words_that_wait(self):
        comment = make_comment(self.post, "Old words.")
        CommentEdit.objects.create(comment=comment, body="New words.")
        note_edit_waits(comment)
        [told] = mail_later()
        self.assertIn("> New words.", told.body)
        self.assertNotIn("/comments/decide/", told.body)

    def test_an_edit_that_is_gone_is_not_told(self):
        comment = make_comment(self.post)
        edit = CommentEdit.objects.create(comment=comment, body="New words.")
        note_edit_waits(comment)
        edit.delete()
        self.assertEqual(mail_later(), [])

    def test_what_is_for_the_author_alone_is_decided_in_the_admin(self):
        self.wait(is_private=True)
        [told] = mail_later()
        self.assertIn("not for publication", told.body)
        self.assertNotIn("/comments/decide/", told.body)

    def test_taken_back_waits_again_and_is_told_once(self):
        comment = self.wait()
        approve_comment(comment, by=self.moderator)
        undo_judgement(comment.judgements.last(), by=self.moderator)
        self.assertEqual(len(mail_later()), 1)

    def test_taken_back_after_the_mail_is_not_told_again(self):
        comment = self.wait()
        self.assertEqual(len(mail_later()), 1)
        approve_comment(comment, by=self.moderator)
        undo_judgement(comment.judgements.last(), by=self.moderator)
        self.assertEqual(mail_later(minutes=120), [])


class PublishedWithoutAPersonTests(ModeratorsTestCase):
    def test_an_author_hears_what_appears_on_their_pages(self):
        note_submitted(make_comment(self.own))
        note_submitted(make_comment(self.post))
        [told] = mail_later()
        self.assertEqual(told.to, ["author@mail.example"])
        self.assertEqual(told.subject, "Wren wrote on “By the author”")
        self.assertIn("It is published already.", told.body)

    def test_an_author_does_not_hear_of_their_own_words(self):
        note_submitted(make_comment(self.own, author=self.author))
        self.assertEqual(mail_later(), [])

    def test_who_heard_that_it_waits_does_not_hear_that_it_is_published(self):
        comment = self.wait(self.own)
        self.assertEqual(len(mail_later()), 2)
        approve_comment(comment, by=self.moderator)
        self.assertEqual(mail_later(minutes=120), [])

    def test_who_heard_nothing_yet_hears_what_was_published_by_another(self):
        approve_comment(self.wait(self.own), by=self.moderator)
        self.assertEqual(recipients(mail_later()), ["author@mail.example"])


class HowOftenTests(ModeratorsTestCase):
    def test_hourly_without_a_choice(self):
        self.wait()
        self.assertEqual(len(mail_later()), 1)
        with later(minutes=2):
            self.wait()
        self.assertEqual(mail_later(minutes=55), [])
        self.assertEqual(len(mail_later(minutes=61)), 1)

    def test_at_once_but_not_within_ten_minutes(self):
        self.set_frequency("at_once")
        self.wait()
        self.assertEqual(len(mail_later()), 1)
        with later(minutes=2):
            self.wait()
        self.assertEqual(mail_later(minutes=9), [])
        self.assertEqual(len(mail_later(minutes=11)), 1)

    def test_daily(self):
        self.set_frequency("daily")
        self.wait()
        self.assertEqual(len(mail_later()), 1)
        with later(minutes=2):
            self.wait()
        self.assertEqual(mail_later(minutes=23 * 60), [])
        self.assertEqual(len(mail_later(minutes=24 * 60 + 1)), 1)


class FloodTests(ModeratorsTestCase):
    def flood(self):
        comment = make_waiting(self.post)
        tell_moderators(comment, Kind.FLOOD)
        return comment

    def test_one_notice_for_one_flood_however_long(self):
        for minutes in range(0, 240, 30):
            with later(minutes):
                self.flood()
        self.assertEqual(Notice.objects.filter(kind=Kind.FLOOD).count(), 1)

    def test_the_next_flood_is_told_again(self):
        self.flood()
        with later(minutes=61):
            self.flood()
        self.assertEqual(Notice.objects.filter(kind=Kind.FLOOD).count(), 2)

    def test_it_does_not_wait_for_the_hour(self):
        self.set_frequency("daily")
        self.wait()
        self.assertEqual(len(mail_later()), 1)
        with later(minutes=30):
            self.flood()
        [told] = mail_later(minutes=31)
        self.assertEqual(told.subject, "Many more replies than usual on Wellspring")

    def test_it_is_told_although_its_comment_was_decided(self):
        comment = self.flood()
        Comment.objects.filter(pk=comment.pk).update(status="spam")
        self.assertEqual(len(mail_later()), 1)
