"""How long a text is and how long it takes to read."""

import re

WORDS_PER_MINUTE = 238  # silent reading of English non-fiction, Brysbaert 2019

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def count_words(text):
    """Return the number of words in `text`, a plain str; "don't" and "half-star" are one each."""
    return len(_WORD.findall(text))


def reading_minutes(text, words_per_minute=WORDS_PER_MINUTE):
    """Return the whole minutes it takes to read `text`, at least 1.

    text: plain str, no markup. words_per_minute: words per minute, above 0.
    Raises ValueError when words_per_minute is 0 or less.
    """
    if words_per_minute <= 0:
        raise ValueError(f"words_per_minute is {words_per_minute}; it must be above 0.")
    return max(1, round(count_words(text) / words_per_minute))
