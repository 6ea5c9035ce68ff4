"""What became of other comments of the same address, and of the same visitor today."""

from ..reasons import BANNED, REFUSED_LATELY, SPAM_BEFORE, SPAM_TODAY
from .finding import Finding, Status


def check_history(candidate):
    """Reject what a banned address sends; hold for spam before and for much that was refused."""
    commenter, known, findings = candidate.commenter, candidate.known, []
    if commenter and commenter.is_banned:
        findings.append(Finding(BANNED, status=Status.REJECTED))
    # Anybody can type an address: what was not proved is not held against who proves it.
    spam = known.facts.get("proved_spam" if candidate.is_proved else "spam")
    if spam:
        findings.append(Finding(SPAM_BEFORE, str(spam)))
    if known.was_refused_lately:
        findings.append(Finding(REFUSED_LATELY))
    if candidate.visitor_hash and any(row[-1] == candidate.visitor_hash for row in known.spam):
        findings.append(Finding(SPAM_TODAY))
    return findings
