"""Sources that do not answer, or not as promised: each ends in a sentence for the author."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from django.core.cache import cache
from django.test import SimpleTestCase, override_settings

from blog.films.sources import SOURCES, SourceError
from blog.films.sources.source import pause_seconds

from .replay import recorded, replaying

KEYS = ("wikidata", "tmdb")
NUMBERS = {"wikidata": "Q9001", "tmdb": "900001"}
FIRST_ANSWERS = {"wikidata": "wikidata-search", "tmdb": "tmdb-search"}
FILM_ANSWERS = {"wikidata": "wikidata-film", "tmdb": "tmdb-film"}


class FailingSourceTests(SimpleTestCase):
    def setUp(self):
        cache.clear()
        running = replaying()
        self.replay = running.__enter__()
        self.addCleanup(running.__exit__, None, None, None)

    def sentence(self, ask):
        with self.assertRaises(SourceError) as caught:
            ask()
        self.assertTrue(str(caught.exception).endswith("."))
        return str(caught.exception)

    def search_sentence(self, key, **answer):
        cache.clear()
        self.replay.say(FIRST_ANSWERS[key], **answer)
        return self.sentence(lambda: SOURCES[key].search("The Quiet Well"))

    def test_without_a_token_tmdb_is_not_asked_and_says_why(self):
        with override_settings(TMDB_TOKEN=None):
            self.assertIn("TMDB_TOKEN", SOURCES["tmdb"].unavailable_because)
            for ask in (SOURCES["tmdb"].search, SOURCES["tmdb"].details):
                self.assertIn("needs a token", self.sentence(lambda ask=ask: ask("900001")))
        self.assertEqual(self.replay.asked, [])

    def test_a_wrong_token_is_named(self):
        with override_settings(TMDB_TOKEN="another"):
            sentence = self.sentence(lambda: SOURCES["tmdb"].search("The Quiet Well"))
        self.assertEqual(
            sentence, "TMDB refused the token. Check TMDB_TOKEN in the journal’s environment."
        )
        self.assertNotIn("another", sentence)

    def test_no_network_is_said(self):
        # Nothing listens there; a name that nobody has takes the same way.
        with override_settings(
            WIKIDATA_URL="http://127.0.0.1:1",
            TMDB_URL="http://127.0.0.1:1",
            FETCH_TRUSTED_PLACES={("127.0.0.1", 1)},
        ):
            for key in KEYS:
                with self.subTest(key=key):
                    sentence = self.sentence(lambda key=key: SOURCES[key].search("A film"))
                    self.assertIn(f"{SOURCES[key].label} cannot be reached.", sentence)

    def test_what_they_do_not_have_is_said(self):
        for key in KEYS:
            with self.subTest(key=key):
                self.replay.say(FILM_ANSWERS[key], recorded("tmdb-404"), status=404)
                sentence = self.sentence(lambda key=key: SOURCES[key].details(NUMBERS[key]))
                self.assertIn("does not know this film", sentence)

    def test_forged_numbers_are_not_asked_for(self):
        for key in KEYS:
            for number in ("", "Q0", "Q1/../x", "-1", "1e9", "\0", "🎬", "9" * 5_000, "../Q1"):
                with self.subTest(key=key, number=number[:20]):
                    sentence = self.sentence(lambda k=key, n=number: SOURCES[k].details(n))
                    self.assertIn("does not know this film", sentence)
        self.assertEqual(self.replay.asked, [])

    def test_a_pause_is_kept_and_its_length_said(self):
        for key in KEYS:
            with self.subTest(key=key):
                sentence = self.search_sentence(key, status=429, Retry_After="37")
                self.assertIn("asks for a pause. Try again in 37 seconds.", sentence)
                asked = len(self.replay.asked)
                again = self.sentence(lambda key=key: SOURCES[key].details(NUMBERS[key]))
                self.assertRegex(again, r"Try again in 3[67] seconds\.")
                self.assertEqual(len(self.replay.asked), asked)

    def test_how_long_a_pause_is(self):
        in_ten = format_datetime(datetime.now(UTC) + timedelta(seconds=10))
        for header, least, most in (
            ("5", 5, 5),
            ("0", 1, 1),
            ("-5", 1, 1),
            ("999999", 3_600, 3_600),
            (in_ten, 8, 10),
            ("Wed, 21 Oct 2015 07:28:00 GMT", 1, 1),
            ("soon", 60, 60),
            ("9" * 5_000, 60, 60),
            (None, 60, 60),
        ):
            with self.subTest(header=str(header)[:40]):
                self.assertTrue(least <= pause_seconds(header) <= most)

    def test_other_errors_name_their_number(self):
        for key in KEYS:
            with self.subTest(key=key):
                self.assertIn("(503)", self.search_sentence(key, status=503))

    def test_what_cannot_be_read_is_said(self):
        answers = (
            b"",
            b"{",
            b"[]",
            b"null",
            b'"words"',
            b"\xff\xfe",
            b"[" * 100_000,
            b'{"search": "' + b"x" * (20 << 20),
        )
        for key in KEYS:
            for body in answers:
                with self.subTest(key=key, body=body[:20]):
                    sentence = self.search_sentence(key, body=body)
                    self.assertIn("answered with something that cannot be read", sentence)
            with self.subTest(key=key, kind="HTML"):
                sentence = self.search_sentence(key, body=b"<html>", Content_Type="text/html")
                self.assertIn("cannot be read", sentence)

    def test_answers_without_what_they_promise_find_nothing(self):
        for key in KEYS:
            for body in ({}, {"search": None, "results": None}, {"search": [1], "results": [1]}):
                with self.subTest(key=key, body=body):
                    cache.clear()
                    self.replay.say(FIRST_ANSWERS[key], body)
                    self.assertEqual(SOURCES[key].search("The Quiet Well"), [])

    def test_an_error_is_not_remembered(self):
        self.search_sentence("tmdb", status=500)
        self.replay.said.clear()
        self.assertTrue(SOURCES["tmdb"].search("The Quiet Well"))
