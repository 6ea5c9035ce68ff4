"""Who is known here: lines 11 and 12 of the rules, said once in Python and once in SQL."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from blog.comments.commenters.history import summarise
from blog.comments.commenters.trust import is_trusted, trusted, why_not_trusted
from blog.comments.commenters.words import SHORT, explain_trust
from blog.comments.models import Commenter, CommentSettings
from home.setup import lay_out_journal
from tests.factories.posts import make_post

from .readers import make_history, make_reader

PUBLISHED, REJECTED, SPAM, HIDDEN, PENDING = "published", "rejected", "spam", "hidden", "pending"


class TrustTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.post = make_post(lay_out_journal().journal, "Held down")

    def setUp(self):
        self.settings = CommentSettings(trusted_after=1, trusted_months=12)
        self.number = 0

    def make(self, *statuses, days_ago=1, is_proved=True, **fields):
        self.number += 1
        reader = make_reader(f"reader{self.number}@mail.example", is_proved=is_proved, **fields)
        make_history(self.post, reader, *statuses, days_ago=days_ago)
        return reader

    def check(self, reader, code):
        """The reader stands so, and the list in SQL, the words and the history say the same."""
        reader = Commenter.objects.get(pk=reader.pk)
        self.assertEqual(why_not_trusted(reader, self.settings), code)
        listed = trusted(Commenter.objects.filter(pk=reader.pk), self.settings)
        self.assertEqual(listed.exists(), not code)
        history = summarise([reader.pk], self.settings)[reader.pk]
        self.assertEqual((history.why_not, history.is_trusted), (code, not code))
        self.assertEqual(history.in_words, SHORT[code])
        self.assertTrue(explain_trust(reader, self.settings).endswith("."))

    def test_nobody_without_an_address_is_trusted(self):
        self.assertFalse(is_trusted(None, self.settings))
        self.assertEqual(why_not_trusted(None, self.settings), "unproved")

    def test_an_address_that_was_only_typed_is_not_trusted(self):
        self.check(self.make(PUBLISHED, PUBLISHED, is_proved=False), "unproved")

    def test_who_is_banned_or_lost_it_is_not_trusted(self):
        now = timezone.now()
        self.check(self.make(PUBLISHED, banned_at=now), "banned")
        self.check(self.make(PUBLISHED, trust_revoked_at=now), "revoked")

    def test_one_spam_among_many_published_ends_it(self):
        self.check(self.make(*[PUBLISHED] * 9, SPAM), "spam")
        self.check(self.make(*[PUBLISHED] * 9, SPAM, days_ago=200), "spam")

    def test_what_strangers_sent_from_an_address_does_not_count_against_its_owner(self):
        reader = self.make(PUBLISHED)
        make_history(self.post, reader, SPAM, REJECTED, REJECTED, is_proved=False)
        self.check(reader, "")

    def test_too_few_published(self):
        for statuses in [[], [PENDING, PENDING]]:
            self.check(self.make(*statuses), "too_few")
        self.settings.trusted_after = 3
        self.check(self.make(PUBLISHED, PUBLISHED), "too_few")
        self.check(self.make(PUBLISHED, PUBLISHED, PUBLISHED), "")

    def test_too_long_ago_and_how_long_that_is_can_be_set(self):
        reader = self.make(PUBLISHED, days_ago=370)
        self.check(reader, "too_long_ago")
        self.settings.trusted_months = 13
        self.check(reader, "")
        self.check(self.make(PUBLISHED, days_ago=360), "")

    def test_forty_percent_refused_lately_suspend_it(self):
        cases = [
            ([PUBLISHED] * 3 + [REJECTED] * 2, "refused"),  # just 40
            ([PUBLISHED] * 3 + [HIDDEN] * 2, "refused"),
            ([PUBLISHED] * 5 + [REJECTED] * 3, ""),  # 37.5
            ([PUBLISHED] * 2 + [REJECTED], ""),
            ([PUBLISHED, REJECTED], "refused"),
            ([PUBLISHED, PENDING, PENDING], ""),  # nobody has decided
        ]
        for statuses, code in cases:
            with self.subTest(statuses=statuses):
                self.check(self.make(*statuses), code)

    def test_what_was_refused_long_ago_is_forgiven(self):
        reader = self.make(REJECTED, REJECTED, days_ago=91)
        make_history(self.post, reader, PUBLISHED)
        self.check(reader, "")
        make_history(self.post, reader, REJECTED)
        self.check(reader, "refused")

    def test_another_proved_address_of_the_same_person_proves_both(self):
        reader = self.make(PUBLISHED, is_proved=False)
        other = make_reader("other@mail.example")
        self.check(reader, "unproved")
        Commenter.objects.filter(pk=other.pk).update(merged_into=reader)
        self.check(reader, "")

    def test_many_histories_cost_one_query(self):
        for count in (3, 13):
            readers = [self.make(PUBLISHED, REJECTED, SPAM, PENDING) for _ in range(count)]
            with self.assertNumQueries(1):
                histories = summarise([reader.pk for reader in readers], self.settings)
            self.assertEqual(len(histories), count)
            for history in histories.values():
                counts = (history.published, history.rejected, history.spam, history.pending)
                self.assertEqual(counts, (1, 1, 1, 1))

    def test_a_reader_that_is_gone_has_no_history(self):
        self.assertEqual(summarise([987654, None], self.settings), {})

    def test_trust_begins_again_when_the_time_is_over(self):
        """The limits are dates, so that nothing has to be stored or reset."""
        reader = self.make(PUBLISHED, days_ago=370)
        make_history(self.post, reader, PUBLISHED)
        self.check(reader, "")
        Commenter.objects.filter(pk=reader.pk).update(
            trust_revoked_at=timezone.now() - timedelta(days=900)
        )
        self.check(reader, "revoked")  # by a person, so only by a person again
