"""The page of one button to which a moderator's mail leads."""

import re
from datetime import timedelta

import time_machine
from django.db import transaction
from django.utils import timezone

from blog.accounts.models import User
from blog.comments.actions import (
    approve_comment,
    erase_comment,
    reject_comment,
    undo_judgement,
)
from blog.comments.models import Comment, Judgement, Report
from blog.comments.notices.choices import carry_out, get_last_judgement_id
from blog.comments.notices.tokens import DecideLink, get_decide_url
from blog.comments.notices.writing import note_submitted
from home.setup import lay_out_journal
from tests.comments.admin import make_person
from tests.editorial.processes import in_children
from tests.factories.comments import make_comment
from tests.factories.posts import make_post
from tests.ground import CommittingTestCase

from .ground import SAME_ORIGIN, NoticesTestCase, mail_later, make_waiting


def link_to(comment, action, user):
    return DecideLink(user.pk, comment.pk, action, get_last_judgement_id(comment))


class DecideTestCase(NoticesTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.other = make_person("owner")
        cls.comment = make_waiting(cls.post, body="A *new* ||hidden|| thought.")

    def address(self, action="approve", comment=None, user=None):
        return get_decide_url(link_to(comment or self.comment, action, user or self.moderator))

    def press(self, address, headers=SAME_ORIGIN, **fields):
        """Post the page's form as a browser does: with all it holds."""
        page = self.client.get(address).content.decode()
        found = re.search(r'name="words" value="(\w+)"', page)
        fields = {"words": found[1] if found else ""} | fields
        return self.client.post(address, fields, headers=headers)

    def status(self):
        return self.reload(self.comment).status

    def report(self):
        comment = make_comment(self.post)
        Report.objects.create(comment=comment, reason="rude")
        Comment.objects.filter(pk=comment.pk).update(reported_at=timezone.now())
        return comment


class RefusalTests(DecideTestCase):
    def test_looking_changes_nothing(self):
        for method in (self.client.get, self.client.head):
            for action in ("approve", "spam", "answer"):
                self.assertEqual(method(self.address(action)).status_code, 200)
        self.assertEqual(self.status(), "pending")
        self.assertFalse(Judgement.objects.exists())

    def test_a_forged_or_cut_link_is_not_found(self):
        for address in (self.address()[:-9] + "/", "/comments/decide/x%00y/"):
            self.assertEqual(self.client.get(address).status_code, 404)
            self.assertEqual(self.client.post(address, headers=SAME_ORIGIN).status_code, 404)

    def test_an_old_link_has_ended(self):
        address = self.address()
        with time_machine.travel(timezone.now() + timedelta(days=14, minutes=1), tick=False):
            self.assertContains(self.client.get(address), "14 days", status_code=410)
            self.assertEqual(self.press(address).status_code, 410)
        self.assertEqual(self.status(), "pending")

    def test_a_link_counts_for_two_weeks(self):
        address = self.address()
        with time_machine.travel(timezone.now() + timedelta(days=13, hours=23), tick=False):
            self.assertEqual(self.press(address).status_code, 303)
        self.assertEqual(self.status(), "published")

    def test_from_another_site_or_without_a_browser_it_is_refused(self):
        address = self.address()
        for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {}):
            with self.subTest(headers):
                self.assertEqual(self.press(address, headers=headers).status_code, 403)
        self.assertEqual(self.status(), "pending")

    def test_who_may_not_moderate_any_more_is_refused(self):
        address = self.address()
        self.moderator.groups.clear()
        self.assertContains(self.client.get(address), "may not decide", status_code=403)
        self.assertEqual(self.press(address).status_code, 403)
        self.assertEqual(self.status(), "pending")

    def test_an_account_that_was_closed_or_deleted_is_refused(self):
        address = self.address()
        for change in (lambda users: users.update(is_active=False), lambda users: users.delete()):
            change(User.objects.filter(pk=self.moderator.pk))
            self.assertEqual(self.press(address).status_code, 403)
        self.assertEqual(self.status(), "pending")

    def test_an_author_decides_nothing_and_answers_only_what_is_published(self):
        author = make_person("author")
        own = make_waiting(make_post(self.journal, "Own", owner=author))
        for action in ("approve", "spam", "answer"):
            self.assertEqual(self.press(self.address(action, own, author)).status_code, 403)
        approve_comment(own, by=self.other)
        address = self.address("answer", own, author)
        self.assertEqual(self.press(address, body="Thank you.").status_code, 303)
        self.assertEqual(own.answers.get().author, author)

    def test_a_comment_that_is_gone_or_erased(self):
        answered = make_comment(self.post)
        make_comment(self.post, parent=answered)
        for comment in (self.comment, answered):
            address = self.address("spam", comment)
            erase_comment(comment, by=self.other)
            self.assertContains(self.client.get(address), "is gone", status_code=410)
            self.assertEqual(self.press(address).status_code, 410)

    def test_what_another_decided_stays_and_says_who_was_faster(self):
        address = self.address()
        reject_comment(self.comment, by=self.other)
        self.assertContains(self.client.get(address), "Olive Owner was faster.")
        response = self.press(address)
        self.assertEqual(response.status_code, 303)
        self.assertEqual(self.status(), "rejected")

    def test_a_decision_taken_back_does_not_make_old_links_count_again(self):
        address = self.address()
        approve_comment(self.comment, by=self.other)
        undo_judgement(self.comment.judgements.last(), by=self.other)
        self.assertEqual(self.press(address).status_code, 303)
        self.assertEqual(self.status(), "pending")

    def test_words_that_changed_since_must_be_read(self):
        address = self.address()
        page = self.client.get(address).content.decode()
        words = re.search(r'name="words" value="(\w+)"', page)[1]
        Comment.objects.filter(pk=self.comment.pk).update(body="Buy pills.")
        response = self.client.post(address, {"words": words}, headers=SAME_ORIGIN)
        self.assertContains(response, "Its writer changed the words", status_code=422)
        self.assertContains(response, "Buy pills.", status_code=422)
        self.assertEqual(self.status(), "pending")
        self.assertEqual(self.press(address).status_code, 303)

    def test_an_empty_or_endless_answer_is_kept_and_says_why(self):
        address = self.address("answer")
        for body, words in ((" \n", "Write something first."), ("x" * 5001, "5,001 characters")):
            response = self.press(address, body=body)
            self.assertContains(response, words, status_code=422)
        self.assertContains(response, "x" * 5001, status_code=422)
        self.assertEqual(self.press(address, body="x" * 70_000).status_code, 413)
        self.assertEqual(self.status(), "pending")

    def test_what_cannot_be_stored_is_taken_out_and_said(self):
        response = self.press(self.address("answer"), body="Thank\0 you.")
        self.assertContains(response, "could not be stored", status_code=422)
        self.assertContains(response, "Thank you.", status_code=422)

    def test_a_page_that_hides_its_replies_takes_no_answer(self):
        address = self.address("answer")
        self.post.comments_state = "hidden"
        self.post.save_revision().publish()
        response = self.press(address, body="Thank you.")
        self.assertContains(response, "hides its replies", status_code=422)
        self.assertEqual(self.status(), "pending")

    def test_what_is_for_the_author_alone_is_not_published(self):
        Comment.objects.filter(pk=self.comment.pk).update(is_private=True)
        for action in ("approve", "answer"):
            self.press(self.address(action), body="Thank you.")
        self.assertEqual(self.status(), "pending")

    def test_nothing_is_cached_and_no_cookie_set(self):
        response = self.client.get(self.address())
        self.assertIn("no-store", response["Cache-Control"])
        self.assertFalse(response.cookies)
        self.assertContains(response, 'content="noindex"')


class DecisionTests(DecideTestCase):
    def test_it_names_the_account_and_shows_all_words(self):
        response = self.client.get(self.address())
        self.assertContains(response, "You decide as Moderator Person.")
        self.assertContains(response, "hidden")
        self.assertContains(response, "<button", count=2)  # the lights and the one

    def test_approve_and_spam(self):
        for action, status in (("approve", "published"), ("spam", "spam")):
            comment = make_waiting(self.post)
            response = self.press(self.address(action, comment))
            self.assertEqual(response.status_code, 303)
            last = comment.judgements.get()
            self.assertEqual((last.to_status, last.how, last.by), (status, "mail", self.moderator))
            page = self.client.get(response["Location"])
            self.assertContains(page, "It is done in the name of Moderator Person.")
            self.assertNotContains(page, 'name="words"')

    def test_the_second_click_says_that_it_is_decided(self):
        address = self.address()
        for _click in range(2):
            self.press(address)
        self.assertEqual(self.comment.judgements.count(), 1)
        self.assertContains(self.client.get(address), "You decided before.")

    def test_an_answer_publishes_what_it_answers(self):
        response = self.press(self.address("answer"), body="Thank you.")
        self.assertEqual(self.status(), "published")
        answer = self.comment.answers.get()
        self.assertEqual((answer.body, answer.author), ("Thank you.", self.moderator))
        self.assertContains(self.client.get(response["Location"]), "Your answer is published.")

    def test_what_another_published_can_still_be_answered_once(self):
        address = self.address("answer")
        approve_comment(self.comment, by=self.other)
        for _click in range(2):
            self.press(address, body="Thank you.")
        self.assertEqual(self.comment.answers.count(), 1)

    def test_what_is_reported(self):
        for action, status in (("hide", "hidden"), ("spam", "spam"), ("keep", "published")):
            comment = self.report()
            self.assertEqual(self.press(self.address(action, comment)).status_code, 303)
            comment.refresh_from_db()
            self.assertEqual((comment.status, comment.reported_at), (status, None))
            self.assertFalse(comment.reports.filter(closed_at=None).exists())

    def test_a_report_that_was_looked_at_is_decided(self):
        comment = self.report()
        address = self.address("hide", comment)
        Comment.objects.filter(pk=comment.pk).update(reported_at=None)
        self.press(address)
        self.assertEqual(self.reload(comment).status, "published")

    def test_the_links_of_a_mail_lead_here(self):
        note_submitted(self.comment)
        [message] = [one for one in mail_later() if one.to == [self.moderator.email]]
        addresses = re.findall(r"<(http\S+/comments/decide/\S+)>", message.body)
        self.assertEqual(len(addresses), 3)
        for address in addresses:
            self.assertEqual(self.client.get(address).status_code, 200)
        self.press(addresses[0])
        self.assertEqual(self.status(), "published")


class AtOnceTests(CommittingTestCase):
    def setUp(self):
        self.post = make_post(lay_out_journal().journal)
        self.moderator = make_person("moderator")

    def test_two_clicks_at_once_are_one_answer(self):
        comment = make_comment(self.post)
        link = link_to(comment, "answer", self.moderator)
        self.assertEqual(
            in_children(3, lambda: carry_out(link, self.moderator, "Thank you.")), [0] * 3
        )
        self.assertEqual(comment.answers.count(), 1)

    def test_two_moderators_at_once_decide_once(self):
        comment = make_waiting(self.post)
        links = [link_to(comment, action, self.moderator) for action in ("approve", "spam")]

        def both():
            for link in links:
                carry_out(link, self.moderator)

        self.assertEqual(in_children(3, both), [0] * 3)
        self.assertEqual(comment.judgements.count(), 1)

    def test_an_answer_that_cannot_be_published_publishes_nothing(self):
        comment = make_waiting(self.post)
        self.post.comments_state = "hidden"
        self.post.save_revision().publish()
        with self.assertRaises(ValueError), transaction.atomic():
            carry_out(link_to(comment, "answer", self.moderator), self.moderator, "Thank you.")
        self.assertFalse(comment.judgements.exists())
