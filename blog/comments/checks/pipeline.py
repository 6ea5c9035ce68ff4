"""The order of the checks, and what their findings come to.

A check takes a Candidate and returns a Finding, a list of them, or None. All are asked, so that a
moderator sees everything that was found; the gravest finding decides.
"""

from dataclasses import dataclass, field

from ..models import Comment
from ..reasons import make_reason
from ..spam.knowledge import Knowledge
from .cleanup import check_unseen
from .history import check_history
from .limits import check_closed, check_length
from .links import check_links
from .newcomers import check_newcomer
from .policy import check_policy
from .praise import check_praise
from .rates import check_rates
from .repeats import check_repeats
from .score import check_score
from .submission import check_marks
from .words import check_words

Status = Comment.Status

# The journal's own people are let through before; whoever is trusted is not: see spec 9.
CHECKS = [
    check_length,
    check_closed,
    check_unseen,
    check_marks,
    check_rates,
    check_repeats,
    check_words,
    check_history,
    check_score,
    check_links,
    check_praise,
    check_newcomer,
    check_policy,
]


@dataclass
class Verdict:
    """The state a comment gets, why, and how much it resembles spam (0 to 1, or None)."""

    status: str
    reasons: list = field(default_factory=list)
    spam_score: float | None = None

    @property
    def is_published(self):
        return self.status == Status.PUBLISHED


def judge(candidate, known=None, checks=CHECKS):
    """Return the Verdict on a candidate; the journal's own people are always published.

    known: what the checks may ask, in place of the database.
    """
    if candidate.is_staff:
        return Verdict(Status.PUBLISHED)
    candidate.known = known or Knowledge(candidate)
    findings = []
    for check in checks:
        found = check(candidate) or []
        findings += found if isinstance(found, list) else [found]
    score = candidate.known.likeness.score
    if not findings or len(findings) == 1 and findings[0].is_mild:
        return Verdict(Status.PUBLISHED, spam_score=score)
    gravest = max(findings, key=lambda finding: finding.gravity)
    reasons = [make_reason(finding.code, finding.detail) for finding in findings]
    return Verdict(gravest.status, reasons, score)
