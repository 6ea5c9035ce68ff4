"""The words of a comment, in one form for all that compares them."""

import re

from blog.lib.html import split_spoilers
from blog.lib.look_alikes import fold_look_alikes

APOSTROPHES = re.compile("['’ʼ`´]")
# Scripts that set no space between words, or hang endings on them as Korean does: here every
# letter is a word, so that a word is found within a sentence.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
WORD = re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])[^\W_])+")
IS_UNSPACED = re.compile(f"[{UNSPACED}]")
SPELLED_OUT = re.compile(r"(?<!\S)\w(?: \w(?!\S)){3,}")
UNSPACED_WEIGHT = 3  # letters that one such sign stands for, roughly


def open_spoilers(body):
    """Return the words of a comment as one plain text, also those behind curtains."""
    return "".join(words for _hidden, words in split_spoilers(body))


def split_words(text):
    """Return the words of a text as list of str, folded; links must be out of it already."""
    return WORD.findall(fold_look_alikes(APOSTROPHES.sub("", text)))


def join_spelled_out(words):
    """Return the words that "c a s i n o" hides: runs of four or more single letters, joined."""
    runs = SPELLED_OUT.findall(" ".join(words))
    return ["".join(run.split()) for run in runs if not IS_UNSPACED.search(run)]


def count_letters(words):
    """Return how much was said, in letters of an alphabet; signs of East Asia count thrice."""
    return sum(UNSPACED_WEIGHT if IS_UNSPACED.match(word) else len(word) for word in words)
