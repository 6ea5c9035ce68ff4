"""What the fetcher brings home, and what it leaves."""

import os
import time
from unittest import mock

from django.conf import settings
from django.test import SimpleTestCase

from blog.lib.fetch import AddressRefusedError, AnswerRefusedError, NoAnswerError, fetch

from .fetching import serving

TEXT = ("text/",)


class FetchTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        running = serving()
        cls.address, cls.asked = running.__enter__()
        cls.addClassCleanup(running.__exit__, None, None, None)

    def setUp(self):
        self.asked.clear()

    def fetch(self, path, **options):
        return fetch(f"{self.address}/{path}", **{"types": TEXT} | options)

    def paths(self):
        return [path for path, _headers in self.asked]

    def test_a_redirect_to_our_own_network_is_refused(self):
        for target in (
            "http://10.0.0.1/",
            "http://127.0.0.1/",
            "http://[::1]/",
            "//169.254.169.254/latest/meta-data/",
            "file:///etc/passwd",
            "ftp://example.org/",
            "http://user:word@example.org/",
            "http://example.org:6379/",
        ):
            with self.subTest(target=target), self.assertRaises(AddressRefusedError):
                self.fetch(f"to?{target}")

    def test_redirects_end_after_the_fourth(self):
        self.assertEqual(self.fetch("to?/to?/to?/to?/plain").body, b"words")
        with self.assertRaises(AddressRefusedError):
            self.fetch("to?/to?/to?/to?/to?/plain")
        self.assertNotIn("/plain", self.paths()[5:])

    def test_a_redirect_without_a_target_is_an_answer(self):
        self.assertEqual(self.fetch("nowhere").status, 302)

    def test_large_and_packed_answers_are_cut_off(self):
        for path in ("large", "bomb"):
            with self.subTest(path=path), self.assertRaises(AnswerRefusedError) as caught:
                self.fetch(path, most_bytes=1 << 20)
            self.assertIn("too large", str(caught.exception))

    def test_the_limit_counts_the_last_byte(self):
        self.assertEqual(self.fetch("packed", most_bytes=12).body, b"packed words")
        with self.assertRaises(AnswerRefusedError):
            self.fetch("packed", most_bytes=11)
        self.assertEqual(self.fetch("plain", most_bytes=5).body, b"words")
        with self.assertRaises(AnswerRefusedError):
            self.fetch("plain", most_bytes=4)

    def test_garbled_answers_are_refused(self):
        for path in ("garbled", "cut", "brotli"):
            with self.subTest(path=path), self.assertRaises(AnswerRefusedError):
                self.fetch(path)
        with self.assertRaises(NoAnswerError):
            self.fetch("broken")

    def test_a_drip_ends_at_the_deadline_in_body_and_head(self):
        for path in ("drip", "slowhead"):
            with self.subTest(path=path):
                start = time.monotonic()
                with self.assertRaises(NoAnswerError) as caught:
                    self.fetch(path, seconds=0.5)
                # The server drips for ten seconds.
                self.assertLess(time.monotonic() - start, 5)
                self.assertIn("took too long", str(caught.exception))

    def test_another_kind_of_answer_is_refused(self):
        with self.assertRaises(AnswerRefusedError):
            self.fetch("program")
        with self.assertRaises(AnswerRefusedError):
            self.fetch("plain", types=("image/",))

    def test_an_error_is_an_answer_of_any_kind(self):
        answer = self.fetch("missing", types=("application/json",))
        self.assertEqual((answer.status, answer.body, answer.is_success), (404, b"gone", False))

    def test_what_comes_home(self):
        answer = self.fetch("to?/plain?b=c")
        self.assertEqual((answer.status, answer.body), (200, b"words"))
        self.assertEqual(answer.media_type, "text/plain")
        self.assertTrue(answer.url.endswith("/plain?b=c"))

    def test_the_host_is_named_and_so_are_we(self):
        self.fetch("plain")
        headers = self.asked[0][1]
        self.assertEqual(headers["host"], self.address.removeprefix("http://"))
        self.assertIn("Wellspring", headers["user-agent"])

    def test_proxies_of_the_environment_are_ignored(self):
        proxy = "http://127.0.0.1:9"
        names = ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
        with mock.patch.dict(os.environ, dict.fromkeys(names, proxy)):
            self.assertEqual(self.fetch("plain").body, b"words")

    def test_a_secret_is_told_to_the_first_host_alone(self):
        secret = {"Authorization": "Bearer secret", "X-Other": "open"}
        self.fetch("to?/plain", headers=secret)
        self.assertEqual([h.get("authorization") for _p, h in self.asked], ["Bearer secret"] * 2)
        with serving() as (other, asked_there):
            both = settings.FETCH_TRUSTED_PLACES | {self.place()}
            with self.settings(FETCH_TRUSTED_PLACES=both):
                self.fetch(f"to?{other}/plain", headers=secret)
        self.assertNotIn("authorization", asked_there[0][1])
        self.assertEqual(asked_there[0][1]["x-other"], "open")

    def place(self):
        host, _, port = self.address.removeprefix("http://").partition(":")
        return host, int(port)
