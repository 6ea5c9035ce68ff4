"""Checks that compare with what came before: each test flips only its own."""

from datetime import timedelta

import time_machine
from django.test import TestCase
from django.utils import timezone

from blog.comments.models import Comment, Notice, RateCount
from blog.comments.spam.counting import count_up, forget_old_counts
from blog.comments.spam.training import count_tokens
from blog.comments.submission import submit_comment
from tests.comments.admin import make_person

from .judging import WORDS, JudgingTestCase

LONGER = "I went to see it twice, once alone and once with my mother, who slept through it."
NEARLY = WORDS.replace("everybody", "everyone")


class RepeatTests(JudgingTestCase):
    def test_the_same_words_within_a_day_wait_whoever_says_them_and_wherever(self):
        self.store(WORDS.upper() + " https://x.example/", created_at=timezone.now())
        self.assertEqual(self.codes(), ["repeated"])

    def test_nearly_the_same_words_wait(self):
        self.store(NEARLY)
        self.assertEqual(self.codes(), ["repeated"])

    def test_other_words_of_the_same_length_do_not(self):
        self.store(
            "Nobody mentions the lamp that flickers twice while she reads the second letter."
        )
        self.assertEqual(self.codes(), [])

    def test_thanks_are_no_repetition(self):
        for words in (
            "Thank you!",
            "Thank you, I loved this!",
            "감사합니다 잘 읽었습니다",
            "ありがとう",
        ):
            self.store(words, created_at=timezone.now())
            with self.subTest(words):
                self.assertEqual(self.codes(words), [])

    def test_words_near_to_spam_wait_and_say_so(self):
        self.store(NEARLY, status="spam", minutes=-60 * 24 * 20)
        self.assertEqual(self.codes(), ["repeated", "like_spam_seen"])

    def test_exactly_what_was_spam_waits_though_it_is_short(self):
        self.store("Check out my new channel!", status="spam")
        self.assertEqual(self.codes("check out: my NEW channel"), ["like_spam_seen"])
        self.assertEqual(self.codes("Check out my chair."), [])

    def test_a_comment_is_no_repetition_of_itself(self):
        comment = self.store(WORDS, email="orla@mail.example")
        self.assertEqual(self.codes(edited=comment), [])


class HistoryTests(JudgingTestCase):
    def test_a_banned_address_is_rejected_and_told_so(self):
        self.reader.banned_at = timezone.now()
        verdict = self.judge()
        self.assertEqual(verdict.status, "rejected")
        self.assertEqual(verdict.reasons[0]["code"], "banned")

    def test_spam_before_waits(self):
        old = {"email": "orla@mail.example", "is_proved": True, "minutes": -60 * 24 * 90}
        self.store("Something else entirely.", status="spam", **old)
        self.assertEqual(self.codes(), ["spam_before"])

    def test_what_strangers_sent_under_an_address_is_not_held_against_its_owner(self):
        fields = {"created_at": timezone.now(), "email": "orla@mail.example"}
        for number, status in enumerate(("spam", "spam", "rejected", "rejected")):
            self.store(f"Something else entirely, {number}.", status=status, **fields)
        self.assertEqual(self.codes(), [])
        self.assertIn("spam_before", self.codes(is_proved=False))

    def test_two_refused_of_five_wait_and_one_of_five_does_not(self):
        now = {"created_at": timezone.now(), "email": "orla@mail.example", "is_proved": True}
        for number in range(2):
            self.store(f"Fine {number}.", **now)
        self.store("Refused once.", status="rejected", **now)
        self.assertEqual(self.codes(), [])
        self.store("Refused twice.", status="rejected", **now)
        self.assertEqual(self.codes(), ["refused_lately"])

    def test_a_visitor_whose_other_comment_was_spam_today_waits(self):
        self.store("Something else entirely.", status="spam", visitor_hash="v1")
        self.assertEqual(self.codes(visitor_hash="v1"), ["spam_today"])
        self.assertEqual(self.codes(visitor_hash="v2"), [])


class PraiseTests(JudgingTestCase):
    def test_praise_that_fits_any_page_waits_from_somebody_new_alone(self):
        for praise in (
            "Great post, thanks for sharing!", "Merci beaucoup pour cet article magnifique !",
            "Спасибо, очень интересная статья!", "素晴らしい記事をありがとう", "Wow, nice blog!!!",
        ):  # fmt: skip
            with self.subTest(praise):
                self.assertEqual(self.codes(praise, **self.of_the_stranger()), ["praise"])
                self.assertEqual(self.codes(praise), [])

    def test_a_word_of_the_page_or_of_the_comment_that_is_answered_is_enough(self):
        self.post.title = "Great chairs and 素晴らしい椅子"
        parent = self.store("The lanterns!", name="Beatrix")
        stranger = self.of_the_stranger()
        for body in ("Those CHAIRS!", "Great post about chairs.", "素晴らしい"):
            with self.subTest(body):
                self.assertEqual(self.codes(body, **stranger), [])
        self.assertEqual(self.codes("Thank you, Beatrix!", parent=parent, **stranger), [])
        self.assertEqual(self.codes("Thank you, Beatrix!", **stranger), ["praise"])

    def test_a_name_that_was_seen_before_and_many_words_are_enough(self):
        self.assertEqual(self.codes("Great!", **self.of_the_stranger(name="ORLA")), [])
        self.assertEqual(self.codes(f"{WORDS} {LONGER}", **self.of_the_stranger()), [])

    def test_stars_say_what_they_are_about(self):
        self.assertEqual(self.codes("Great!", half_stars=9, **self.of_the_stranger()), [])


class ScoreTests(JudgingTestCase):
    def teach(self, spam=30, ham=30):
        for _number in range(spam):
            count_tokens(["subscribe", "my channel", "channel"], spam=1)
        for _number in range(ham):
            count_tokens(["lamps", "the chairs", "chairs"], ham=1)

    def test_before_there_is_enough_to_go_by_nothing_is_said(self):
        self.teach(spam=9, ham=30)
        verdict = self.judge("Subscribe to my channel about chairs and projectors, dear readers.")
        self.assertTrue(verdict.is_published)
        self.assertIsNone(verdict.spam_score)

    def test_what_resembles_spam_waits_and_the_words_are_named(self):
        self.teach()
        verdict = self.judge("Subscribe to my channel!")
        self.assertEqual(verdict.status, "pending")
        self.assertGreater(verdict.spam_score, 0.9)
        self.assertEqual(verdict.reasons[0]["detail"], "99% “subscribe”, “my channel”")

    def test_what_does_not_is_published_and_keeps_its_score(self):
        self.teach()
        verdict = self.judge()
        self.assertTrue(verdict.is_published)
        self.assertLess(verdict.spam_score, 0.25)

    def test_of_whom_nothing_is_known_waits_for_less(self):
        self.teach()
        unknown = (
            "Projectors hum differently wherever one puts them, as Beatrix observed yesterday. "
        )
        body = unknown * 3
        self.assertEqual(self.codes(body), [])
        self.assertEqual(self.codes(body, **self.of_the_stranger()), ["spam_like"])

    def test_a_filter_that_cannot_tell_spam_yet_leaves_new_readers_to_a_person(self):
        self.teach(spam=10, ham=30)
        self.assertEqual(self.codes(), [])
        body = f"{WORDS} {LONGER}"
        self.assertEqual(self.codes(body, **self.of_the_stranger()), ["newcomer"])

    def test_stars_alone_resemble_nothing(self):
        self.teach()
        self.assertIsNone(self.judge("", half_stars=8).spam_score)


class RateTests(JudgingTestCase):
    def count(self, **fields):
        fields = {"visitor_hash": "v1", "network_hash": "n1"} | fields
        return self.codes("", half_stars=8, **fields)

    def test_the_fourth_of_a_visitor_in_ten_minutes_waits(self):
        with time_machine.travel("2026-03-14T12:00:00Z", tick=False) as clock:
            self.assertEqual([self.count() for _number in range(4)][2:], [[], ["many_of_visitor"]])
            self.assertEqual(self.count(visitor_hash="v2"), [])
            clock.shift(600)
            self.assertEqual(self.count(), [])

    def test_each_limit_holds_beyond_its_number_and_not_at_it(self):
        cases = {
            "visitor 86400 v1": (20, "many_of_visitor"), "network 3600 n1": (20, "many_of_network"),
            f"page 3600 {self.post.pk}": (60, "many_on_page"), "all 3600 comments": (300, "flood"),
        }  # fmt: skip
        for key, (most, code) in cases.items():
            for before, codes in ((most - 1, []), (most, [code])):
                with self.subTest(f"{key} {before}"):
                    RateCount.objects.all().delete()
                    count_up({key: int(key.split()[1])})
                    RateCount.objects.update(count=before)
                    self.assertEqual(self.count(), codes)

    def test_new_words_of_a_stored_comment_are_not_counted(self):
        self.count(edited=self.store("Earlier."))
        self.assertFalse(RateCount.objects.exists())

    def test_without_a_visitor_only_pages_and_all_are_counted(self):
        self.count(visitor_hash="", network_hash="")
        self.assertEqual(RateCount.objects.count(), 2)


class CountingTests(TestCase):
    def test_counting_is_one_statement_and_says_how_many(self):
        with self.assertNumQueries(1):
            self.assertEqual(count_up({"a": 60, "b": 3600}), {"a": 1, "b": 1})
        self.assertEqual(count_up({"b": 3600}), {"b": 2})
        self.assertEqual(count_up({}), {})

    def test_windows_that_are_over_are_forgotten(self):
        now = timezone.now()
        count_up({"old": 60}, now=now - timedelta(hours=26))
        count_up({"new": 60}, now=now - timedelta(hours=20))
        self.assertEqual(forget_old_counts(now), 1)
        self.assertEqual(RateCount.objects.get().key, "new")


class FloodTests(JudgingTestCase):
    def send(self, number):
        return submit_comment(
            page=self.post, body=f"This is number {number}.", name="Orla",
            email=f"orla{number}@mail.example", visitor_trait=f"visitor {number}",
        )  # fmt: skip

    def flood(self, **fields):
        return Notice.objects.filter(kind=Notice.Kind.FLOOD, **fields)

    def test_everything_waits_and_the_owner_hears_of_it_once(self):
        owner = make_person("owner")
        with time_machine.travel("2026-03-14T12:10:00Z", tick=False) as clock:
            self.send(0)
            RateCount.objects.filter(key__startswith="all").update(count=300)
            first, second = self.send(1), self.send(2)
            for comment in (first, second):
                self.assertEqual(comment.status, Comment.Status.PENDING)
                self.assertIn("flood", [reason["code"] for reason in comment.reasons])
            self.assertEqual(self.flood().get().comment, first)
            self.assertEqual(self.flood().get().user, owner)
            clock.shift(3600)
            self.send(3)
            RateCount.objects.filter(key__startswith="all").update(count=300)
            self.send(4)
            self.assertEqual(self.flood().count(), 1)
            clock.shift(3 * 3600)
            self.send(5)
            RateCount.objects.filter(key__startswith="all").update(count=300)
            self.send(6)
            self.assertEqual(self.flood().count(), 2)
