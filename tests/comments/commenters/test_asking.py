"""When a proof is asked for, and which links and posts prove nothing."""

from datetime import timedelta

from django.core import mail
from django.test import override_settings
from django.utils import timezone

from blog.comments.commenters.tokens import PROOF, READER
from blog.comments.models import Comment, Commenter
from blog.outbox.models import Mail
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

from .proving import ADDRESS, NAME, SAME_ORIGIN, WORDS, ProofTestCase


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
