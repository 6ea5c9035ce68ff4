"""Asking whose address it is by mail, and the page with one button behind the link."""

import re
from datetime import timedelta
from unittest.mock import patch

from django.core import mail
from django.test import TestCase, override_settings
from django.utils import timezone

from blog.comments.commenters.proof import ask_for_proof
from blog.comments.commenters.tokens import PROOF, READER
from blog.comments.models import Comment, Commenter, CommentSettings, Judgement
from blog.outbox.models import Mail
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


class AskingTests(ProofTestCase):
    def test_nobody_is_asked_without_a_mail_server(self):
        with override_settings(HAS_MAIL_SERVER=False):
            self.assertFalse(self.ask(self.make()))
        self.assertFalse(Mail.objects.exists())

    def test_who_needs_no_proof_or_is_no_reader_is_not_asked(self):
        for fields in (
            {"email": ""}, {"is_proved": True}, {"status": "published"}, {"status": "spam"},
            {"reasons": [{"code": "honeypot", "detail": ""}]},
        ):  # fmt: skip
            with self.subTest(fields=fields):
                self.assertFalse(self.ask(self.make(**fields)))
        self.assertFalse(Mail.objects.exists())

    def test_who_wants_no_mail_or_denied_it_once_is_not_asked(self):
        for field in ("mail_stopped_at", "proof_denied_at"):
            comment = self.make()
            Commenter.objects.update(mail_stopped_at=None, proof_denied_at=None)
            Commenter.objects.update(**{field: timezone.now()})
            self.assertFalse(self.ask(comment))

    def test_an_address_is_asked_once_an_hour_however_it_is_written(self):
        self.assertTrue(self.ask(self.make()))
        self.assertFalse(self.ask(self.make(email=ADDRESS.upper())))
        Commenter.objects.update(proof_mailed_at=timezone.now() - timedelta(minutes=59))
        self.assertFalse(self.ask(self.make()))
        Commenter.objects.update(proof_mailed_at=timezone.now() - timedelta(minutes=61))
        self.assertTrue(self.ask(self.make()))
        self.assertEqual(len(mail.outbox), 2)

    def test_the_mail_holds_no_word_and_no_name_that_somebody_typed(self):
        self.ask(self.make(self.make_odd_page(), body=WORDS))
        message = mail.outbox[0]
        source = message.message().as_string()
        for typed in (WORDS, "chairs", NAME, "Zephyrine Quell", "Odd page"):
            self.assertNotIn(typed, message.body)
            self.assertNotIn(typed, message.subject)
            self.assertNotIn(typed, source)
        self.assertIn("this wasn’t you", message.body)
        self.assertEqual(message.to, [ADDRESS.replace("Mail", "mail")])

    def make_odd_page(self):
        return make_post(self.pages.journal, "Odd page")

    def test_a_merged_address_is_asked_for_itself(self):
        comment = self.make()
        other = make_comment(self.post, email="other@mail.example").commenter
        Commenter.objects.filter(pk=comment.commenter_id).update(merged_into=other)
        self.assertTrue(self.ask(comment))
        self.assertIsNotNone(self.row().proof_mailed_at)
        self.assertEqual(mail.outbox[0].to, [ADDRESS])


class RefusalTests(ProofTestCase):
    def test_a_forged_or_foreign_link_is_404(self):
        comment = self.make()
        token = PROOF.sign(comment.commenter, comment.pk)
        for wrong in ("x", token[:-1], token + "x", READER.sign(comment.commenter), "é", "1:2:3"):
            response = self.client.get(f"/comments/proof/{wrong}/")
            self.assertContains(response, "There is no such link", status_code=404)

    def test_a_link_is_too_old_after_seven_days(self):
        comment = self.make()
        url = self.get_link(comment)
        with self.at(days=7, minutes=1):
            for response in (self.client.get(url), self.press(url)):
                self.assertContains(response, "This link is too old", status_code=410)
        self.assertFalse(self.row().is_proved)
        with self.at(days=6):
            self.assertEqual(self.client.get(url).status_code, 200)

    def test_opening_the_link_changes_nothing_as_scanners_do(self):
        url = self.get_link(self.make())
        before = list(Comment.objects.values()), list(Commenter.objects.values())
        for method in (self.client.get, self.client.head):
            self.assertEqual(method(url).status_code, 200)
        self.assertEqual(before, (list(Comment.objects.values()), list(Commenter.objects.values())))
        self.assertNotIn("Set-Cookie", self.client.get(url).headers)

    def test_a_post_from_another_site_is_refused(self):
        url = self.get_link(self.make())
        response = self.press(url, headers={"sec-fetch-site": "cross-site"})
        self.assertEqual(response.status_code, 403)
        self.assertFalse(self.row().is_proved)

    def test_what_was_erased_in_between_says_so(self):
        comment = self.make()
        url = self.get_link(comment)
        Comment.objects.filter(pk=comment.pk).delete()
        gone = self.client.get(url)
        self.assertContains(gone, "nothing left to confirm", status_code=410)
        Commenter.objects.all().delete()
        for response in (self.client.get(url), self.client.post(url, headers=SAME_ORIGIN)):
            self.assertContains(response, "does not count any more", status_code=410)

    def test_an_odd_post_proves_nothing(self):
        comment = self.make()
        url = self.get_link(comment)
        for fields in ({"action": "x"}, {"until": "-1"}, {"until": "9" * 40}, {"until": "½"}):
            response = self.press(url, **fields)
            self.assertEqual(response.status_code, 303)
            comment.refresh_from_db()
            self.assertFalse(comment.is_proved)

    def test_what_came_after_the_page_was_drawn_is_not_proved(self):
        comment = self.make()
        url = self.get_link(comment)
        later = self.make(body="From somebody else.")
        self.press(url, until=comment.pk)
        later.refresh_from_db()
        self.assertFalse(later.is_proved)
        self.assertContains(self.client.get(url), "From somebody else.")

    def test_other_addresses_and_earlier_comments_are_left_alone(self):
        earlier, comment = self.make(body="Earlier."), self.make()
        other = self.make(email="other@mail.example")
        self.press(self.get_link(comment))
        for left in (earlier, other):
            left.refresh_from_db()
            self.assertFalse(left.is_proved)


class ProvingTests(ProofTestCase):
    def test_the_page_shows_what_was_sent_and_has_two_buttons(self):
        response = self.client.get(self.get_link(self.make()))
        for words in (WORDS, ADDRESS.lower(), "Yes, this is my address", "This wasn’t me"):
            self.assertContains(response, words)
        self.assertNotContains(response, "checked")
        self.assertIn("no-store", response["Cache-Control"])

    def test_one_press_publishes_where_nothing_else_speaks(self):
        self.use_policy("suspicious")
        comment = self.make()
        url = self.get_link(comment)
        with self.captureOnCommitCallbacks(execute=True):
            self.assertRedirects(self.press(url), url, 303)
        comment.refresh_from_db()
        self.assertTrue(comment.is_proved and comment.is_published and self.row().is_proved)
        judgement = comment.judgements.get()
        self.assertEqual((judgement.how, judgement.by), (Judgement.How.PROOF, None))
        self.assertContains(self.client.get(url), "Everyone can read it.")

    def test_pressed_twice_it_is_done_once(self):
        self.use_policy("suspicious")
        comment = self.make()
        url = self.get_link(comment)
        for _ in range(2):
            self.assertRedirects(self.press(url), url, 303)
        self.assertEqual(comment.judgements.count(), 1)

    def test_what_else_speaks_against_it_still_does(self):
        self.use_policy("suspicious")
        cases = {
            "no_browser": "Nothing showed that the form was sent by a browser.",
            "of the future": "of the future",
        }
        for code, words in cases.items():
            Commenter.objects.update(proof_mailed_at=None)
            reasons = [{"code": "unproved", "detail": ""}, {"code": code, "detail": ""}]
            comment = self.make(reasons=reasons)
            url = self.get_link(comment)
            self.press(url)
            comment.refresh_from_db()
            self.assertTrue(comment.is_proved and comment.is_awaiting)
            self.assertEqual([reason["code"] for reason in comment.reasons], [code])
            self.assertContains(self.client.get(url), words)

    def test_the_policy_still_holds(self):
        for policy, code in {"review_all": "policy", "review_new": "newcomer"}.items():
            self.use_policy(policy)
            Commenter.objects.update(proof_mailed_at=None)
            comment = self.make()
            self.press(self.get_link(comment))
            comment.refresh_from_db()
            self.assertTrue(comment.is_awaiting)
            self.assertEqual([reason["code"] for reason in comment.reasons], [code])

    def test_a_known_reader_appears_under_review_new(self):
        self.use_policy("review_new")
        self.make(status="published", reasons=[], body="An earlier one.")
        comment = self.make()
        self.press(self.get_link(comment))
        comment.refresh_from_db()
        self.assertTrue(comment.is_published)

    def test_nothing_appears_by_itself_on_a_page_that_is_closed_or_gone(self):
        self.use_policy("suspicious")
        closed = make_post(self.pages.journal, "Closed", comments_state="closed")
        draft = make_post(self.pages.journal, "Draft", live=False)
        for page in (closed, draft):
            Commenter.objects.update(proof_mailed_at=None)
            comment = self.make(page)
            self.press(self.get_link(comment))
            comment.refresh_from_db()
            self.assertTrue(comment.is_proved and comment.is_awaiting)

    def test_a_private_note_is_proved_and_never_published(self):
        self.use_policy("suspicious")
        comment = self.make(is_private=True)
        self.press(self.get_link(comment))
        comment.refresh_from_db()
        self.assertTrue(comment.is_proved and comment.is_awaiting)

    def test_what_was_refused_meanwhile_stays_refused(self):
        self.use_policy("suspicious")
        comment = self.make()
        url = self.get_link(comment)
        Comment.objects.filter(pk=comment.pk).update(status="rejected")
        self.press(url)
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.is_proved), ("rejected", True))

    def test_the_words_a_page_shows_cannot_break_it(self):
        url = self.get_link(self.make(body="<script>x</script> ‮ 😀", name="<b>‮"))
        self.assertNotContains(self.client.get(url), "<script>x")


class DenyingTests(ProofTestCase):
    def test_this_was_not_me_tells_the_moderator_and_stops_the_asking(self):
        self.use_policy("suspicious")
        comment = self.make(notify="all")
        url = self.get_link(comment)
        self.assertRedirects(self.press(url, "deny"), url, 303)
        comment.refresh_from_db()
        self.assertIn("not_me", [reason["code"] for reason in comment.reasons])
        self.assertEqual(
            (comment.status, comment.notify, comment.is_proved), ("pending", "", False)
        )
        self.assertContains(self.client.get(url), "Thank you for telling us")
        Commenter.objects.update(proof_mailed_at=None)
        self.assertFalse(self.ask(self.make()))

    def test_denied_twice_is_one_reason(self):
        comment = self.make()
        url = self.get_link(comment)
        for _ in range(2):
            self.press(url, "deny")
        comment.refresh_from_db()
        self.assertEqual([reason["code"] for reason in comment.reasons], ["unproved", "not_me"])

    def test_what_is_published_already_rises_in_the_queue(self):
        comment = self.make()
        url = self.get_link(comment)
        Comment.objects.filter(pk=comment.pk).update(
            status="published", published_at=timezone.now()
        )
        self.press(url, "deny")
        comment.refresh_from_db()
        self.assertIsNotNone(comment.reported_at)
        self.assertEqual(comment.status, "published")

    def test_a_later_yes_does_not_prove_what_was_denied(self):
        comment = self.make()
        url = self.get_link(comment)
        self.press(url, "deny")
        self.press(url)
        comment.refresh_from_db()
        self.assertFalse(comment.is_proved)
