"""What decisions teach the filter: each comment once, and back."""

from django.test import SimpleTestCase

from blog.comments.actions import (
    approve_comment,
    hide_comment,
    mark_spam,
    reject_comment,
    undo_judgement,
)
from blog.comments.models import Comment, Judgement, SpamToken
from blog.comments.spam.bayes import COUNTED, ENOUGH, judge_tokens
from blog.comments.spam.tokens import LONGEST_TOKEN, MOST_TOKENS, make_tokens
from blog.comments.spam.training import count_tokens, learn, teach
from tests.comments.admin import AdminTestCase
from tests.factories.comments import make_comment


class LearningTests(AdminTestCase):
    def count(self, token=COUNTED):
        return SpamToken.objects.filter(token=token).values_list("spam", "ham").first() or (0, 0)

    def setUp(self):
        self.by = self.people["moderator"]
        self.comment = Comment.objects.get(pk=self.waiting.pk)

    def test_what_a_person_publishes_is_ham_and_what_they_call_spam_is_spam(self):
        approve_comment(self.comment, by=self.by)
        self.assertEqual((self.count(), self.count("waiting elsewhere")), ((0, 1), (0, 1)))
        mark_spam(self.comment, by=self.by, how=Judgement.How.MAIL)
        self.assertEqual((self.count(), self.count("waiting elsewhere")), ((1, 0), (1, 0)))

    def test_what_the_rules_decide_teaches_nothing(self):
        approve_comment(self.comment, how=Judgement.How.PROOF)
        self.assertEqual(self.count(), (0, 0))

    def test_what_is_rejected_or_hidden_is_neither(self):
        mark_spam(self.comment, by=self.by)
        reject_comment(self.comment, by=self.by)
        self.assertEqual(self.count(), (0, 0))
        approve_comment(self.comment, by=self.by)
        hide_comment(self.comment, by=self.by)
        self.assertEqual((self.count(), self.count("elsewhere")), ((0, 0), (0, 0)))

    def test_taken_back_is_unlearned_and_what_was_before_is_learned_again(self):
        approve_comment(self.comment, by=self.by)
        mark_spam(self.comment, by=self.by)
        undo_judgement(self.comment.judgements.latest("pk"), self.by)
        self.assertEqual(self.count(), (0, 1))
        other = Comment.objects.get(pk=self.own_waiting.pk)
        mark_spam(other, by=self.by)
        undo_judgement(other.judgements.latest("pk"), self.by)
        self.assertEqual((self.count(), self.count("home")), ((0, 1), (0, 0)))

    def test_twice_the_same_is_once_also_from_an_old_object(self):
        old = Comment.objects.get(pk=self.comment.pk)
        approve_comment(self.comment, by=self.by)
        old.status = self.comment.status
        learn(old, self.comment.judgements.latest("pk"))
        teach(old, "ham")
        self.assertEqual(self.count(), (0, 1))

    def test_no_count_falls_below_nothing_when_the_words_changed_meanwhile(self):
        approve_comment(self.comment, by=self.by)
        Comment.objects.filter(pk=self.comment.pk).update(body="Quite other words.")
        mark_spam(self.comment, by=self.by)
        self.assertEqual((self.count(), self.count("other words")), ((1, 0), (1, 0)))

    def test_stars_without_words_teach_nothing(self):
        stars = make_comment(self.own, "", status="pending")
        approve_comment(stars, by=self.by)
        self.assertEqual(self.count(), (0, 0))

    def test_counting_takes_two_queries_for_few_tokens_and_for_many(self):
        for tokens in (["a"], [f"token {number}" for number in range(300)]):
            with self.assertNumQueries(2):
                count_tokens(tokens, spam=1)
        self.assertEqual(self.count(), (2, 0))


class TokenTests(SimpleTestCase):
    def test_words_neighbours_links_and_shape_are_told(self):
        tokens = make_tokens("WIN now!!! https://www.Spam.example/free/money-77", "Bo77")
        for token in ("win", "win now", "^ win", "now $", "host:spam.example", "path:money",
                      "links:1", "has:cries", "name:Aa0", "script:latin"):  # fmt: skip
            with self.subTest(token):
                self.assertIn(token, tokens)

    def test_addresses_of_people_names_and_numbers_are_not_learned(self):
        tokens = " ".join(make_tokens("Call 0151 2345678 or orla.byrne@mail.example", "Orla Byrne"))
        for secret in ("2345678", "orla", "byrne", "mail.example"):
            with self.subTest(secret):
                self.assertNotIn(secret, tokens.lower())

    def test_any_length_gives_few_short_tokens(self):
        for body in ("x" * 5000, "word " * 1000, "http://a.example/" * 290, "字" * 5000, "", "❤️"):
            tokens = make_tokens(body, "N" * 80)
            self.assertLessEqual(len(tokens), MOST_TOKENS)
            self.assertLessEqual(max(map(len, tokens)), LONGEST_TOKEN)


class ScoreTests(SimpleTestCase):
    counts = {COUNTED: (ENOUGH, ENOUGH), "win": (20, 0), "lamp": (0, 20), "both": (9, 9)}

    def test_nothing_is_said_before_thirty_of_each(self):
        for comments in ((ENOUGH, ENOUGH - 1), (ENOUGH - 1, 500), (0, 0)):
            counts = self.counts | {COUNTED: comments}
            self.assertIsNone(judge_tokens(["win"], counts).score)
        self.assertIsNone(judge_tokens(["win"], {}).score)

    def test_spam_is_near_one_ham_near_nothing_and_the_unknown_between(self):
        scores = [
            judge_tokens([token], self.counts).score for token in ("win", "lamp", "both", "?")
        ]
        self.assertGreater(scores[0], 0.9)
        self.assertLess(scores[1], 0.1)
        self.assertEqual(scores[2:], [0.5, 0.5])

    def test_padding_with_many_harmless_words_does_not_help(self):
        harmless = {f"ham {number}": (0, 20) for number in range(100)}
        spam = {f"spam {number}": (20, 0) for number in range(5)}
        counts = self.counts | harmless | spam
        self.assertAlmostEqual(judge_tokens([*spam, *harmless], counts).score, 0.5)

    def test_the_words_that_say_most_are_named_and_kinds_are_not(self):
        counts = self.counts | {"host:bad.example": (25, 0), "links:2": (29, 0), "win now": (21, 0)}
        words = judge_tokens(["win", "win now", "host:bad.example", "links:2"], counts).words
        self.assertEqual(words, ["bad.example", "win now"])
