"""The order of the checks, and what their findings come to.

A check takes a Candidate and returns a Finding, a list of them, or None. All are asked, so that a
moderator sees everything that was found; the gravest finding decides.
"""

from dataclasses import dataclass, field

from ..models import Comment
from ..reasons import make_reason
from .newcomers import check_newcomer
from .policy import check_policy
from .submission import check_marks

Status = Comment.Status

CHECKS = [check_marks, check_newcomer, check_policy]


@dataclass
class Verdict:
    """The state a comment gets, why, and how much it resembles spam (0 to 1, or None)."""

    status: str
    reasons: list = field(default_factory=list)
    spam_score: float | None = None

    @property
    def is_published(self):
        return self.status == Status.PUBLISHED


def judge(candidate):
    """Return the Verdict on a candidate; the journal's own people are always published."""
    if candidate.is_staff:
        return Verdict(Status.PUBLISHED)
    findings = []
    for check in CHECKS:
        found = check(candidate) or []
        findings += found if isinstance(found, list) else [found]
    if not findings:
        return Verdict(Status.PUBLISHED)
    gravest = max(findings, key=lambda finding: finding.gravity)
    return Verdict(
        gravest.status,
        [make_reason(finding.code, finding.detail) for finding in findings],
        next((finding.score for finding in findings if finding.score is not None), None),
    )
