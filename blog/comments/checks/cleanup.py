"""Characters that people do not type, and that make words read as others to a machine."""

import re

from ..reasons import UNSEEN
from .finding import Finding

TURNS_WORDS_ROUND = re.compile("[\u202d\u202e]")
# Between two letters of an alphabet; Persian, Hindi and emoji have a use for the joiners.
SPLITS_A_WORD = re.compile("[A-Za-zÀ-ɏΑ-ωА-я][\u00ad\u200b-\u200d\u2060\ufeff][A-Za-zÀ-ɏΑ-ωА-я]")
FEWEST_SPLITS = 2  # a word processor leaves one behind now and then
HIDDEN_LETTERS = re.compile("(?<!\U0001f3f4)[\U000e0020-\U000e007e](?![\U000e0020-\U000e007f])")
PILED_MARKS = re.compile("[\u0300-\u036f]{4}")


def check_unseen(candidate):
    """Hold words with characters that hide in them, or that pile up over them."""
    text = f"{candidate.shown_text}\n{candidate.name}"
    is_odd = (
        TURNS_WORDS_ROUND.search(text)
        or len(SPLITS_A_WORD.findall(text)) >= FEWEST_SPLITS
        or HIDDEN_LETTERS.search(text)
        or PILED_MARKS.search(text)
    )
    return Finding(UNSEEN) if is_odd else None
