"""Checks of what a comment says: each test flips only its own."""

from unittest import mock

from django.test import override_settings

from blog.comments.models import WordRule
from blog.comments.spam.training import count_tokens

from .judging import WORDS, JudgingTestCase


class LimitTests(JudgingTestCase):
    def test_what_is_longer_than_the_form_takes_waits(self):
        body = " ".join(f"word{number}" for number in range(700))
        self.assertEqual(self.codes(body[:5000]), [])
        self.assertEqual(self.codes(body[:5001]), ["too_long"])

    def test_what_comes_to_a_closed_page_waits_and_new_words_of_a_stored_one_do_not(self):
        comment = self.store(WORDS, email="orla@mail.example")
        self.post.comments_state = "closed"
        self.assertIn("closed", self.codes("Another sentence about the lamps."))
        self.assertEqual(self.codes("Another sentence about the lamps.", edited=comment), [])


class UnseenTests(JudgingTestCase):
    def test_characters_that_hide_or_turn_words_wait(self):
        for odd in (
            "ca\u200bsi\u200bno", "\u202egnihton", "c\u0336\u0330\u0331\u0332asino",
            "\U000e0061\U000e0062",
        ):  # fmt: skip
            with self.subTest(ascii(odd)):
                self.assertEqual(self.codes(f"{WORDS} {odd}"), ["unseen"])

    def test_what_people_type_does_not(self):
        for fine in (
            "👨‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️", "می‌خواهم", "क्‍ष", "co\u00adoperate", "ế ệ ặ", "שָׁלוֹם", "𝒜 ﬁlm", "مرحبا",
        ):  # fmt: skip
            with self.subTest(ascii(fine)):
                self.assertEqual(self.codes(f"{WORDS} {fine}"), [])


class WordRuleTests(JudgingTestCase):
    def test_a_rule_holds_or_rejects_trusted_readers_too_and_says_what_it_found(self):
        rule = WordRule.objects.create(words="cloakroom")
        verdict = self.judge()
        self.assertEqual(verdict.status, "pending")
        self.assertEqual(verdict.reasons, [{"code": "word_rule", "detail": "“cloakroom”"}])
        WordRule.objects.filter(pk=rule.pk).update(action="reject")
        self.assertEqual(self.judge().status, "rejected")

    def test_a_rule_that_is_not_in_use_or_matches_nothing_finds_nothing(self):
        WordRule.objects.create(words="cloakroom", is_active=False)
        WordRule.objects.create(words="cloak")
        self.assertEqual(self.codes(), [])

    def test_a_rule_that_another_process_stored_holds_at_once(self):
        self.assertEqual(self.codes(), [])
        WordRule.objects.bulk_create([WordRule(words="chairs")])
        self.assertEqual(self.codes(), ["word_rule"])

    def test_a_pattern_that_is_too_slow_waits_and_only_three_are_tried(self):
        for number in range(5):
            WordRule.objects.create(kind="pattern", words=rf"(\w+\w+)+{number}!")
        WordRule.objects.create(words="chairs", action="reject")
        with mock.patch("blog.comments.word_rules.matching.compile_pattern") as compiled:
            compiled.return_value.search.side_effect = TimeoutError
            verdict = self.judge()
        codes = [reason["code"] for reason in verdict.reasons]
        self.assertEqual(codes, ["slow_rule"] * 3 + ["word_rule"])
        self.assertEqual(verdict.status, "rejected")


class LinkTests(JudgingTestCase):
    def test_one_link_alone_is_free_and_two_wait_for_everybody(self):
        self.assertEqual(self.codes(f"{WORDS} https://a.example/"), [])
        self.assertEqual(self.codes(f"{WORDS} https://a.example/ www.b.example"), ["links"])

    def test_the_number_is_the_settings(self):
        self.settings.most_links = 3
        self.assertEqual(self.codes(f"{WORDS} https://a.example/ https://b.example"), [])
        self.settings.most_links = 1
        self.assertEqual(self.codes(f"{WORDS} https://a.example/"), ["links"])

    def test_links_behind_a_curtain_in_the_name_and_spelled_out_count(self):
        for body, name in (
            ("||https://a.example/|| https://b.example/", "Orla"),
            ("https://a.example/", "Orla https://b.example/"),
            ("https://a.example/ and win (dot) casino", "Orla"),
            ("a-site.com and b-site . com", "Orla"),
        ):
            with self.subTest(body):
                self.assertIn("links", self.codes(f"{WORDS} {body}", name=name))

    def test_links_to_this_journal_are_free(self):
        own = "http://127.0.0.1:8000/journal/ http://127.0.0.1:8000/films/"
        with override_settings(SITE_URL="http://127.0.0.1:8000"):
            self.assertEqual(self.codes(f"{WORDS} {own}"), [])

    def test_a_link_that_hides_where_it_leads_waits(self):
        for address in (
            "https://bit.ly/x", "http://192.0.2.7/", "http://[2001:db8::1]/", "http://3221225991/",
            "https://xn--80aodfsg.xn--p1ai/", "https://казино.рф/", "http://[broken/",
        ):  # fmt: skip
            with self.subTest(address):
                self.assertEqual(self.codes(f"{WORDS} {address}"), ["one_link", "doubtful_link"])

    def test_a_link_to_where_spam_led_waits(self):
        self.store("Win here: https://bad.example/1", status="spam")
        self.assertEqual(self.codes(f"{WORDS} https://bad.example/2"), ["one_link", "spam_host"])
        self.assertEqual(self.codes(f"{WORDS} https://good.example/2"), [])

    def test_a_site_that_people_let_appear_as_often_is_free(self):
        self.store("Look: https://video.example/1", status="spam")
        count_tokens(["host:video.example"], ham=1)
        self.assertEqual(self.codes(f"{WORDS} https://video.example/2"), [])
