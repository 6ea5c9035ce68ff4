"""Asking for the link to what is one's own: the same answer for everybody."""

import re
from datetime import timedelta
from unittest.mock import patch

from django.core import mail
from django.test import TestCase, override_settings
from django.utils import timezone

from blog.comments.models import Commenter, RateCount
from blog.outbox.models import Mail
from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}
ME = "/comments/me/"
LINK = re.compile(r"/comments/me/[^/\s]+/")


class MeTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.post = make_post(lay_out_journal().journal, "Held down")
        cls.comment = make_comment(cls.post, name="Wren", email="Wren@mail.example")

    def ask(self, email="wren@mail.example", headers=SAME_ORIGIN, **extra):
        with self.captureOnCommitCallbacks(execute=True):
            return self.client.post(ME, {"email": email}, headers=headers, **extra)

    def test_without_a_mail_server_it_says_so_and_takes_nothing(self):
        with override_settings(HAS_MAIL_SERVER=False):
            for response in (self.client.get(ME), self.ask()):
                self.assertContains(response, "This journal sends no mail")
                self.assertNotContains(response, "<form")
        self.assertFalse(Mail.objects.exists() or RateCount.objects.exists())

    def test_another_sites_post_is_refused(self):
        self.assertEqual(self.ask(headers={"sec-fetch-site": "cross-site"}).status_code, 403)
        self.assertFalse(Mail.objects.exists())

    def test_what_is_no_address_is_422_and_kept(self):
        for wrong in ("", "wren", "wren@", "w\0", "a b@c", "x" * 300 + "@mail.example", "‮@‮", "😀"):
            with self.subTest(wrong=wrong):
                response = self.ask(wrong)
                self.assertContains(response, 'href="#me-e"', status_code=422)
        self.assertContains(self.ask("<b>"), "&lt;b&gt;", status_code=422)

    def test_too_much_at_once_is_413(self):
        self.assertEqual(self.ask("x" * 70_000).status_code, 413)

    def test_nobody_learns_whether_an_address_was_used(self):
        known, unknown = self.ask(), self.ask("nobody@mail.example")
        self.assertEqual((known.status_code, known.url), (unknown.status_code, unknown.url))
        self.assertEqual(known.headers.keys(), unknown.headers.keys())
        first, second = self.client.get(known.url), self.client.get(unknown.url)
        self.assertEqual(first.content, second.content)
        self.assertEqual(len(mail.outbox), 1)
        self.assertFalse(Commenter.objects.filter(email="nobody@mail.example").exists())

    def test_a_visitor_asks_five_times_an_hour_whatever_the_address(self):
        answers = [self.ask(f"reader{n}@mail.example").status_code for n in range(6)]
        self.assertEqual(answers, [303] * 5 + [429])
        self.assertEqual(self.ask(REMOTE_ADDR="203.0.113.9").status_code, 303)

    def test_an_address_is_mailed_once_an_hour_whoever_asks(self):
        for number in range(3):
            self.ask(REMOTE_ADDR=f"203.0.{number}.9")
        self.assertEqual(len(mail.outbox), 1)
        later = timezone.now() + timedelta(hours=1)
        with patch("django.utils.timezone.now", return_value=later):
            self.ask(REMOTE_ADDR="203.0.9.9")
        self.assertEqual(len(mail.outbox), 2)

    def test_the_counts_hold_no_address(self):
        self.ask()
        keys = " ".join(RateCount.objects.values_list("key", flat=True))
        self.assertNotIn("wren", keys)
        self.assertNotIn("127.0.0", keys)

    def test_the_mail_leads_to_the_page(self):
        self.ask()
        self.assertEqual(mail.outbox[0].to, ["wren@mail.example"])
        self.assertNotIn("chairs", mail.outbox[0].body)
        response = self.client.get(LINK.search(mail.outbox[0].body).group())
        self.assertContains(response, "What you wrote here")

    def test_a_comment_from_before_there_were_rows_is_found(self):
        Commenter.objects.all().delete()
        self.ask()
        self.assertEqual(len(mail.outbox), 1)

    def test_it_sets_no_cookie_and_is_never_stored(self):
        for response in (self.client.get(ME), self.ask()):
            self.assertNotIn("Set-Cookie", response.headers)
            self.assertIn("no-store", response["Cache-Control"])
