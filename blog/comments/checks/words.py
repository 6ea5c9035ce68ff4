"""The word rules that people wrote down."""

from ..models import WordRule
from ..reasons import SLOW_RULE, WORD_RULE
from ..word_rules.matching import PatternTooSlowError, find_match
from .finding import Finding, Status

STATUS_OF = {WordRule.Action.HOLD: Status.PENDING, WordRule.Action.REJECT: Status.REJECTED}
MOST_SLOW = 3  # patterns, after which no more are tried: nobody waits a second for an answer


def check_words(candidate):
    """Hold or reject for every rule that matches."""
    findings, slow = [], 0
    for rule in candidate.known.rules:
        if slow >= MOST_SLOW and rule.kind == WordRule.Kind.PATTERN:
            continue
        try:
            match = find_match(rule, candidate.known)
        except PatternTooSlowError:
            slow += 1
            findings.append(Finding(SLOW_RULE, f"“{rule.words}”"))
            continue
        if match:
            findings.append(Finding(WORD_RULE, f"“{match}”", status=STATUS_OF[rule.action]))
    return findings
