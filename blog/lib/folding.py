"""Words as they are compared in a search: without case, accents and signs."""

import re
import unicodedata

from django.db import models

LONGEST_WORD = 60  # no word of a title is longer; a database refuses far longer patterns
MOST_WORDS = 8

# Letters that do not come apart into a letter and an accent.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})


def fold(text):
    """Return `text` in lower case, without accents, apostrophes and signs, one space between words.

    "L’Année dernière" becomes "lannee derniere".
    """
    text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    kept = (char for char in text if not unicodedata.combining(char) and char not in "'’ʼ")
    return " ".join(re.findall(r"\w+", "".join(kept)))


def folded_words(query):
    """Return the folded words of a query, at most eight, each cut to sixty letters."""
    return [word[:LONGEST_WORD] for word in fold(query).split()[:MOST_WORDS]]


class FoldedField(models.TextField):
    """A column that holds other columns of its row, folded; it fills itself on every save."""

    def __init__(self, *args, sources=(), **kwargs):
        self.sources = sources
        super().__init__(*args, **{"editable": False, "blank": True, "default": "", **kwargs})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "sources": self.sources}

    def pre_save(self, model_instance, add):
        values = (getattr(model_instance, source) for source in self.sources)
        folded = fold(" ".join(str(value) for value in values if value))
        setattr(model_instance, self.attname, folded)
        return folded
