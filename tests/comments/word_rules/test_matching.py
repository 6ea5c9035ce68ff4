"""Which words a rule finds, and which it does not."""

from django.core.exceptions import ValidationError
from django.test import SimpleTestCase

from blog.comments.candidate import Candidate
from blog.comments.models import WordRule
from blog.comments.spam.knowledge import Words
from blog.comments.word_rules import matching
from blog.comments.word_rules.matching import PatternTooSlowError, find_match
from blog.comments.word_rules.writing import clean_words
from blog.comments.writing import LONGEST_BODY


def find(kind, rule, body, name="Orla"):
    candidate = Candidate(None, None, "", body=body, name=name)
    return find_match(WordRule(kind=kind, words=rule), Words(candidate))


class WordTests(SimpleTestCase):
    def test_only_whole_words_are_found(self):
        for body in (
            "WordPress is a program.",
            "Impressive.",
            "pres s",
            "The press-gangs? PRESSED.",
        ):
            with self.subTest(body):
                found = find("word", "press", body)
                self.assertEqual(bool(found), "press-" in body)

    def test_case_accents_look_alikes_and_the_unseen_make_no_difference(self):
        for body in (
            "casino", "The CASINO!", "cásinò", "саѕіno", "ca\u200bsi\u200dno", "ＣＡＳＩＮＯ",
            "c a s i n o", "c.a.s.i.n.o", "https://win.example/casino/1", "cas||ino||", "*casino*",
        ):  # fmt: skip
            with self.subTest(ascii(body)):
                self.assertTrue(find("word", "Casino", body))

    def test_words_in_a_row_are_found_in_a_row_only(self):
        self.assertTrue(find("word", "cheap watches", "Buy CHEAP, watches!"))
        self.assertFalse(find("word", "cheap watches", "Watches are cheap, watch them."))

    def test_scripts_without_spaces_are_found_within_a_sentence(self):
        self.assertTrue(find("word", "賭博", "最高の賭博サイト"))
        self.assertTrue(find("word", "카지노", "온라인 카지노에서"))
        self.assertTrue(find("word", "казино", "Лучшее КАЗИНО здесь"))
        self.assertFalse(find("word", "казино", "Мы были в казематах"))

    def test_a_name_is_looked_through_too(self):
        self.assertTrue(find("word", "casino", "Lovely.", name="Casino King"))

    def test_short_words_are_not_found_in_letters_that_stand_apart(self):
        self.assertFalse(find("word", "bet", "a b e t c"))


class HostTests(SimpleTestCase):
    def test_a_site_and_what_is_below_it(self):
        for body in (
            "https://spam.example/x", "http://www.SPAM.example", "https://a.b.spam.example:8080/",
            "https://good.example@spam.example/",
        ):  # fmt: skip
            with self.subTest(body):
                self.assertTrue(find("host", "spam.example", body))

    def test_no_other_site_and_no_mere_word(self):
        for body in (
            "https://notspam.example/", "https://spam.example.org/", "spam example", "Write it.",
            "https://good.example/spam.example",
        ):  # fmt: skip
            with self.subTest(body):
                self.assertFalse(find("host", "spam.example", body))


class PatternTests(SimpleTestCase):
    def test_patterns_know_all_letters_and_any_case(self):
        self.assertEqual(find("pattern", r"\bkaz\w+o\b", "KAZino"), "KAZino")
        self.assertTrue(find("pattern", r"\bказин\w+", "Лучшее КАЗИНО"))
        self.assertTrue(find("pattern", r"casino \d+", "Ca\u200bsino 77"))
        self.assertFalse(find("pattern", r"\bpress\b", "WordPress"))

    def test_a_pattern_that_tries_every_way_is_stopped(self):
        with self.assertRaises(PatternTooSlowError):
            find("pattern", r"(\w+\w+)+$", "a" * 4000 + "!")

    def test_what_is_no_pattern_any_more_finds_nothing(self):
        self.assertEqual(find("pattern", "((", "(("), "")

    def test_the_same_source_is_compiled_once(self):
        self.assertIs(matching.compile_pattern("a+b"), matching.compile_pattern("a+b"))


class CleaningTests(SimpleTestCase):
    def test_what_cannot_be_a_rule_is_refused_with_a_sentence(self):
        cases = [
            ("word", " \u200b ", "Write what to look for|no letter"),
            ("word", "!!! ***", "no letter or number"),
            ("word", "x" * 201, "201 characters"),
            ("host", "spam", "like a site"),
            ("host", "https://", "like a site"),
            ("pattern", "(casino", "no regular expression"),
            ("pattern", "(?P<a>x)(?P=b)", "no regular expression"),
            ("pattern", "(a+)+$", "too long"),
            ("pattern", "x*", "every comment"),
            ("pattern", "a\nb", "one line"),
        ]
        for kind, words, sentence in cases:
            with self.subTest(words), self.assertRaisesRegex(ValidationError, sentence):
                clean_words(kind, words)

    def test_what_is_stored_is_tidy(self):
        self.assertEqual(clean_words("word", "  cheap \x00 watches "), "cheap watches")
        self.assertEqual(clean_words("host", "https://www.Spam.Example/path"), "spam.example")
        self.assertEqual(clean_words("host", "казино.рф"), "xn--80aodfsg.xn--p1ai")
        self.assertEqual(clean_words("pattern", r" \bcasino\d+ "), r"\bcasino\d+")

    def test_all_hard_texts_are_within_what_a_comment_may_be(self):
        self.assertLessEqual(max(map(len, matching.HARD_TEXTS)), LONGEST_BODY)
