"""The sentence around a found word, with the word marked."""

import re
import unicodedata

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

EXCERPT_CHARACTERS = 180


def fold_in_place(text):
    """Return `text` in lower case without accents, with as many characters as before.

    What `blog.lib.folding` does for comparing, but so that places in both texts agree.
    """
    return "".join(unicodedata.normalize("NFD", char)[0].lower()[:1] or char for char in text)


def query_words(query):
    """Return the folded words of a query, longest first; quotes and operators fall away."""
    words = {fold_in_place(word) for word in re.findall(r"\w+", query)} - {"and", "or", "not"}
    return sorted(words, key=lambda word: (-len(word), word))


def mark_words(text, words):
    """Return `text` escaped, with each of `words` (folded) in a mark element."""
    if not words:
        return escape(text)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\w*")
    pieces, end = [], 0
    for match in pattern.finditer(fold_in_place(text)):
        pieces += [
            escape(text[end : match.start()]),
            format_html("<mark>{}</mark>", text[slice(*match.span())]),
        ]
        end = match.end()
    return SafeString("".join([*pieces, escape(text[end:])]))


def excerpt(text, words):
    """Return about 180 characters of `text`, a plain str, around the first of `words`, marked."""
    text = " ".join(text.split())
    folded = fold_in_place(text)
    found = [
        match.start() for word in words if (match := re.search(rf"\b{re.escape(word)}", folded))
    ]
    start = max(0, min(found, default=0) - EXCERPT_CHARACTERS // 3)
    if start:
        start = text.find(" ", start) + 1
    piece = text[start : start + EXCERPT_CHARACTERS]
    if start + EXCERPT_CHARACTERS < len(text):
        piece = piece.rsplit(" ", 1)[0] + " …"
    return mark_words(("… " if start else "") + piece, words)
