"""What the filter says that learned from this journal's own decisions."""

from ..reasons import SPAM_LIKE
from .finding import Finding

# Chosen on the half of two labelled collections that `manage.py measure_spam` learns from, never on
# the half that it judges: 2 of 100 comments that were none lay above the first, and 1 of 100 spam
# below the second.
HOLD_EVERYBODY = 0.75
HOLD_UNKNOWN = 0.25  # whoever is not trusted; 0.5 is what nothing is known of
MILD = 0.55  # of a trusted reader's words: only together with something else


def check_score(candidate):
    """Hold what resembles spam: little is enough for a stranger, a trusted reader has credit."""
    likeness, is_trusted = candidate.known.likeness, candidate.known.is_trusted
    least = MILD if is_trusted else HOLD_UNKNOWN
    if likeness.score is None or likeness.score < least:
        return None
    is_mild = is_trusted and likeness.score < HOLD_EVERYBODY
    words = ", ".join(f"“{word}”" for word in likeness.words)
    return Finding(SPAM_LIKE, f"{min(likeness.score, 0.99):.0%} {words}".strip(), is_mild=is_mild)
