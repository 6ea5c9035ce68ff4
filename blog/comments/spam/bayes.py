"""How much a comment resembles what people here called spam, from 0 to 1.

Robinson's mean of what is known of a token and of nothing, combined by Fisher's method: a comment
of which nothing is known, or of which as much speaks for as against, comes out at 0.5.
It only ever holds a comment back; it publishes and rejects none.
"""

import math
from dataclasses import dataclass, field

from .tokens import is_word

ENOUGH = 30  # decisions of each kind, before which nothing is said
STRENGTH = 1  # how many comments the guess weighs that is made of an unknown token
EVEN = 0.5
LEAST_DISTANCE = 0.05  # from EVEN, below which a token says nothing
# Tokens that are asked, for spam and against it: what a comment is padded with does not count.
# Of 5 to 150, and of unequal numbers, this let the least spam by for the same ham held.
MOST_TELLING = 5
MOST_SHOWN = 5
COUNTED = ""  # the token that counts the comments themselves


@dataclass(frozen=True)
class Likeness:
    """score: None while too little was decided here. words: what spoke most for spam."""

    score: float | None = None
    words: list = field(default_factory=list)


def judge_tokens(tokens, counts):
    """Return the Likeness of a comment with these tokens to spam.

    counts: {token: (spam, ham)} of the tokens that are known, and of COUNTED.
    """
    comments = counts.get(COUNTED, (0, 0))
    if min(comments) < ENOUGH:
        return Likeness()
    guesses = [(_guess(counts[token], comments), token) for token in tokens if token in counts]
    against = sorted(pair for pair in guesses if pair[0] <= EVEN - LEAST_DISTANCE)[:MOST_TELLING]
    spammy = sorted((pair for pair in guesses if pair[0] >= EVEN + LEAST_DISTANCE), reverse=True)
    telling = [guess for guess, _token in [*spammy[:MOST_TELLING], *against]]
    return Likeness(_combine(telling), _shorten([token for _guess, token in spammy]))


def _guess(count, comments):
    """Return the chance that a comment with a token is spam, drawn to EVEN while it is rare."""
    spam, ham = (number / total for number, total in zip(count, comments, strict=True))
    if not spam + ham:
        return EVEN
    seen = sum(count)
    return (STRENGTH * EVEN + seen * spam / (spam + ham)) / (STRENGTH + seen)


def _combine(guesses):
    if not guesses:
        return EVEN
    ham = _chance_of(-2 * sum(math.log(guess) for guess in guesses), len(guesses))
    spam = _chance_of(-2 * sum(math.log(1 - guess) for guess in guesses), len(guesses))
    return (1 + ham - spam) / 2


def _chance_of(chi_squared, pairs):
    """Return the chance that so large a sum, of 2 × `pairs` degrees of freedom, means nothing."""
    half = chi_squared / 2
    logs = [number * math.log(half) - math.lgamma(number + 1) for number in range(1, pairs)]
    if half <= 0:
        return 1.0
    return min(1.0, sum(math.exp(log - half) for log in [0, *logs]))


def _shorten(words):
    """Return the first few, leaving out single words that stand in a longer one already."""
    shown = []
    for word in filter(is_word, words):
        plain = word.removeprefix("host:").strip("^$ ")
        if plain and not any(plain in other.split() or plain == other for other in shown):
            shown.append(plain)
    return shown[:MOST_SHOWN]
