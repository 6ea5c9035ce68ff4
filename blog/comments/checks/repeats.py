"""The same words again, or nearly the same: among what came lately and among the spam."""

from ..reasons import LIKE_SPAM_SEEN, REPEATED
from ..spam.likeness import FEWEST_LETTERS, is_near
from .finding import Finding

# Fewer than for near-duplicates: a person called exactly these words spam.
FEWEST_LETTERS_OF_SPAM = 20


def check_repeats(candidate):
    """Hold what was said within a day, or nearly so lately, or stands in the spam folder."""
    known, findings = candidate.known, []
    if known.letters >= FEWEST_LETTERS:
        repeated = known.same_words or _find_near(known.simhash, known.recent)
        if repeated:
            findings.append(Finding(REPEATED, f"#{repeated}"))
    if known.letters >= FEWEST_LETTERS_OF_SPAM:
        spam = next((pk for pk, words, *_rest in known.spam if words == known.words_hash), None)
        spam = spam or _find_near(known.simhash, [(row[0], row[2]) for row in known.spam])
        if spam:
            findings.append(Finding(LIKE_SPAM_SEEN, f"#{spam}"))
    return findings


def _find_near(simhash, rows):
    if simhash is None:
        return None
    return next((pk for pk, other in rows if is_near(simhash, other)), None)
