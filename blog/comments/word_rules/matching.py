"""Whether a rule matches: whole words, sites with all below them, and patterns with a time limit.

Words are compared as an eye reads them, see blog/lib/look_alikes.py: a rule "casino" finds
"CASINO" with Cyrillic letters in it and "c a s i n o", and not "casinos".
"""

from functools import lru_cache

import regex

from blog.lib.look_alikes import fold_look_alikes

from ..models import WordRule
from ..spam.links import get_host, is_or_is_under
from ..spam.words import split_words

PATTERN_SECONDS = 0.05
FEWEST_JOINED = 4  # letters of a word that is looked for in spelled-out runs
# What patterns that try every way through a text are slow on.
HARD_TEXTS = ["a" * 5000, "a" * 4999 + "!", "ab" * 2500, "a b " * 1250, "1" * 4999 + "x",
              "http://a.b/" * 450, "\n" * 5000, "é" * 4999 + "!"]  # fmt: skip

Kind = WordRule.Kind


class PatternTooSlowError(Exception):
    """A pattern was stopped before it came to an end."""


def find_match(rule, known):
    """Return what of the words a rule matches, as str to show, or "" for nothing.

    known: see spam/knowledge.py. Raises PatternTooSlowError.
    """
    if rule.kind == Kind.WORD:
        return rule.words if _stands_in(rule.words, known) else ""
    if rule.kind == Kind.HOST:
        site = get_host(rule.words)
        return next((host for host in known.hosts if is_or_is_under(host, site)), "")
    return _search(rule.words, known)


def _stands_in(phrase, known):
    words = split_words(phrase)
    if not words:
        return False
    if f" {' '.join(words)} " in f" {' '.join(known.all_words)} ":
        return True
    joined = "".join(words)
    return len(joined) >= FEWEST_JOINED and any(joined in run for run in known.spelled_out)


def _search(pattern, known):
    compiled = compile_pattern(pattern)
    if compiled is None:
        return ""  # written before it was refused: see write.py
    for text in (known.plain_text, fold_look_alikes(known.plain_text)):
        try:
            match = compiled.search(text, timeout=PATTERN_SECONDS)
        except TimeoutError:
            raise PatternTooSlowError(pattern) from None
        if match:
            return match.group()[:80] or pattern
    return ""


@lru_cache(maxsize=512)
def compile_pattern(source):
    """Return the compiled pattern, or None if it is none; same source, same pattern, anywhere."""
    try:
        return regex.compile(source, regex.IGNORECASE | regex.VERSION0)
    except (regex.error, OverflowError, RecursionError, ValueError):
        return None


def is_slow(compiled):
    """Return whether a pattern takes too long on one of the texts that are hard."""
    try:
        for text in HARD_TEXTS:
            compiled.search(text, timeout=PATTERN_SECONDS)
    except TimeoutError:
        return True
    return False
