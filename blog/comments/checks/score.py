"""What the filter says that learned from this journal's own decisions."""

from ..reasons import SPAM_LIKE
from .finding import Finding

# Chosen on comments before the ones that are measured: see docs and `manage.py measure_spam`.
HOLD_EVERYBODY = 0.9
HOLD_UNKNOWN = 0.4  # whoever is not trusted; 0.5 is what nothing is known of
MILD = 0.6  # of a trusted reader's words: only together with something else


def check_score(candidate):
    """Hold what resembles spam: little is enough for a stranger, a trusted reader has credit."""
    likeness, is_trusted = candidate.known.likeness, candidate.known.is_trusted
    least = MILD if is_trusted else HOLD_UNKNOWN
    if likeness.score is None or likeness.score < least:
        return None
    is_mild = is_trusted and likeness.score < HOLD_EVERYBODY
    words = ", ".join(f"“{word}”" for word in likeness.words)
    return Finding(SPAM_LIKE, f"{likeness.score:.0%} {words}".strip(), is_mild=is_mild)
