"""Giving labelled comments to the checks: earlier ones to learn from, later ones to judge."""

from collections import Counter
from dataclasses import dataclass, field

from ...candidate import Candidate
from ...checks.limits import check_closed
from ...checks.pipeline import CHECKS, judge
from ...checks.rates import check_rates
from ...commentable import Policy
from ..knowledge import Words
from .memory import READERS, STRANGER, Memory, Remembered

# Rows of years come at once, and to no page.
CHECKED = [check for check in CHECKS if check not in (check_rates, check_closed)]
POLICIES = [Policy.REVIEW_ALL, Policy.REVIEW_NEW, Policy.REVIEW_SUSPICIOUS]


@dataclass
class Outcome:
    """outcomes: {(policy, reader, is_spam): Counter of states}."""

    training: list
    test: list
    outcomes: dict = field(default_factory=dict)

    def share(self, policy, reader, *, is_spam, states):
        """Return the share of spam, or of the others, that came into one of these states."""
        counter = self.outcomes[policy, reader, is_spam]
        total = sum(counter.values())
        return sum(counter[state] for state in states) / total if total else 0.0


def split_by_time(rows, share):
    """Return (training, test): the first `share` of all rows by date, and the rest.

    Rows without a date keep their place after the one before them.
    """
    dates, last = [], None
    for row in rows:
        last = row.date or last
        dates.append(last)
    known = [date for date in dates if date]
    first = min(known) if known else None
    order = range(len(rows))
    if known:
        order = sorted(order, key=lambda place: dates[place] or first)
    ordered = [rows[place] for place in order]
    cut = int(len(ordered) * share)
    return ordered[:cut], ordered[cut:]


def measure(training, test, rules=(), topic=""):
    """Return the Outcome of judging `test` by what `training` taught; writes nothing anywhere.

    Each comment is judged as a stranger's, whose address is not proved, as that of a proved new
    reader, and as that of a trusted one, under each policy. rules, topic: see Memory.
    """
    memory, outcome = Memory(rules, topic), Outcome(training, test)
    for number, row in enumerate(training):
        words = Words(_make_candidate(row, memory))
        memory.store(number, words, row)
        memory.learn(number, words, row)
    for number, row in enumerate(test, start=len(training)):
        candidate = _make_candidate(row, memory)
        known = Remembered(candidate, memory, row)
        for reader in READERS:
            known.reader, candidate.is_proved = reader, reader != STRANGER
            for policy in POLICIES:
                candidate.policy = policy
                verdict = judge(candidate, known, CHECKED)
                key = (policy, reader, row.is_spam)
                outcome.outcomes.setdefault(key, Counter())[verdict.status] += 1
        memory.store(number, known, row)
    return outcome


def _make_candidate(row, memory):
    return Candidate(None, memory.settings, Policy.REVIEW_ALL, body=row.text, name=row.name)
