"""What a word rule may say: one function for the form and for what comes in from a file."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..models import WordRule
from ..spam.links import get_host
from ..spam.words import split_words
from .matching import compile_pattern, is_slow

Kind = WordRule.Kind
LONGEST_WORDS = WordRule._meta.get_field("words").max_length
UNSTORABLE = re.compile("[\x00-\x1f\x7f]")


def clean_words(kind, words):
    """Return the words of a rule as they are stored; raises ValidationError with a sentence."""
    words = " ".join(UNSTORABLE.sub(" ", words).split()) if kind != Kind.PATTERN else words.strip()
    if not words:
        raise ValidationError(_("Write what to look for."))
    if len(words) > LONGEST_WORDS:
        raise ValidationError(
            _("This is %(length)s characters long and %(longest)s fit. Make several rules of it.")
            % {"length": len(words), "longest": LONGEST_WORDS}
        )
    if kind == Kind.HOST:
        return _clean_host(words)
    if kind == Kind.PATTERN:
        return _clean_pattern(words)
    if not split_words(words):
        raise ValidationError(_("There is no letter or number in this, so it would find nothing."))
    return words


def _clean_host(words):
    host = get_host(words)
    if host == "?" or "." not in host or " " in host:
        raise ValidationError(_("This does not read like a site; spam.example would."))
    return host


def _clean_pattern(pattern):
    if UNSTORABLE.search(pattern):
        raise ValidationError(_("Write the pattern on one line."))
    compiled = compile_pattern(pattern)
    if compiled is None:
        raise ValidationError(
            _("This is no regular expression: a bracket may be open, or a sign have no meaning.")
        )
    if is_slow(compiled):
        raise ValidationError(
            _("This takes too long on some texts. Repeat nothing within what is repeated: "
              "a+ in place of (a+)+.")
        )  # fmt: skip
    if compiled.search(""):
        raise ValidationError(_("This finds something in every comment, even in an empty one."))
    return pattern
