"""What findings come to, and that nothing is found where nothing is."""

from types import SimpleNamespace
from unittest import mock

from blog.comments.checks import judge
from blog.comments.checks.finding import Finding
from blog.comments.checks.pipeline import CHECKS
from blog.comments.reasons import FOR_MODERATORS, OF_THE_POST, WORDS, describe_reasons, make_reason

from .judging import JudgingTestCase

KNOWN = SimpleNamespace(likeness=SimpleNamespace(score=None))


class VerdictTests(JudgingTestCase):
    def judge_findings(self, *found):
        checks = [mock.Mock(return_value=finding) for finding in found]
        return judge(self.make_candidate(), known=KNOWN, checks=checks)

    def test_a_reader_who_is_known_and_says_nothing_odd_is_published(self):
        for policy in ("suspicious", "review_new"):
            with self.subTest(policy):
                self.assertEqual(self.codes(policy=policy), [])

    def test_everything_that_was_found_is_kept_in_order_and_the_gravest_decides(self):
        verdict = self.judge_findings(
            Finding("one"), None, [Finding("two", "why", status="rejected"), Finding("three")], []
        )
        self.assertEqual(verdict.status, "rejected")
        self.assertEqual(verdict.reasons[1], {"code": "two", "detail": "why"})
        self.assertEqual([reason["code"] for reason in verdict.reasons], ["one", "two", "three"])

    def test_one_mild_finding_alone_holds_nothing_and_two_do(self):
        mild = Finding("mild", is_mild=True)
        self.assertTrue(self.judge_findings(mild).is_published)
        self.assertEqual(self.judge_findings(mild).reasons, [])
        self.assertEqual(self.judge_findings(mild, mild).status, "pending")
        self.assertEqual(self.judge_findings(mild, Finding("hard")).status, "pending")

    def test_no_check_of_words_calls_anything_spam_by_itself(self):
        for check in CHECKS:
            with self.subTest(check.__name__):
                found = check(self._known(self.make_candidate())) or []
                self.assertEqual(found, [])

    def test_the_order_is_that_of_the_decision(self):
        names = [check.__name__.removeprefix("check_") for check in CHECKS]
        self.assertEqual(
            names,
            "length closed unseen marks rates repeats words history score links praise newcomer "
            "policy".split(),
        )

    def test_asking_takes_few_queries_however_much_is_stored(self):
        def ask():
            with self.assertNumQueries(7):
                judge(self.make_candidate(f"See https://a.example/ about it: {self.body}"))

        self.body = "the chairs stood in the cloakroom and nobody had come for them since March."
        ask()
        for number in range(13):
            body = f"{number} is how many came to see a film about {number * 7} lamps on Sunday."
            self.store(body, status="spam", minutes=number)
        ask()

    def _known(self, candidate):
        from blog.comments.spam.knowledge import Knowledge

        candidate.known = Knowledge(candidate)
        return candidate


class ReasonTests(JudgingTestCase):
    def test_every_code_that_is_special_has_words(self):
        self.assertLessEqual(FOR_MODERATORS | OF_THE_POST, set(WORDS))

    def test_a_writer_reads_no_details_and_nothing_that_is_for_moderators(self):
        reasons = [make_reason("word_rule", "“casino”"), make_reason("spam_before", "3")]
        self.assertEqual(
            describe_reasons(reasons, for_writer=True),
            ["The word rules of this journal keep it back."],
        )
        self.assertIn("“casino”", " ".join(describe_reasons(reasons)))
