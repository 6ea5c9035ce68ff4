"""What every form about a comment holds: words, and on a film stars."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.lib.stars import MAX_HALF_STARS, MIN_HALF_STARS, stars_numeral

LONGEST_BODY = 5000

# No database, feed or page can hold these; line and page feeds of old programs become lines.
UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
RATINGS = {str(number): number for number in range(MIN_HALF_STARS, MAX_HALF_STARS + 1)}


class BodyForm(forms.Form):
    """Only the words: what a writer may change later, and what the journal's people write."""

    body = forms.CharField(required=False, strip=False, max_length=None)

    def __init__(self, data=None, **kwargs):
        self.had_unstorable = False
        if data is not None:
            data = {name: self._make_storable(data.get(name, "")) for name in self._get_names()}
        super().__init__(data, **kwargs)

    def clean_body(self):
        body = self.cleaned_data["body"].strip("\n").rstrip()
        if not any(is_visible(character) for character in body):
            raise ValidationError(_("Write something first."), code="empty")
        if len(body) > LONGEST_BODY:
            raise ValidationError(
                _("This is %(length)s characters long and %(longest)s fit. Send it in parts."),
                code="too_long",
                params={"length": number_format(len(body), force_grouping=True),
                        "longest": number_format(LONGEST_BODY, force_grouping=True)},
            )  # fmt: skip
        return body

    def clean(self):
        if self.had_unstorable:
            self.add_error(
                None,
                _("Some characters could not be stored and were taken out. Read it, then send it."),
            )
        return super().clean()

    def _get_names(self):
        return list(self.base_fields)

    def _make_storable(self, text):
        text = LINE_ENDS.sub("\n", str(text))
        storable = UNSTORABLE.sub("", text)
        self.had_unstorable |= storable != text
        return storable


class TakeForm(BodyForm):
    """Words or stars, or both; where nothing can be rated, words alone."""

    rating = forms.CharField(required=False)

    field_order = ["rating", "body"]

    def __init__(self, data=None, *, may_rate=False, **kwargs):
        self.may_rate = may_rate
        super().__init__(data, **kwargs)

    def clean_rating(self):
        """Return half stars from 1 to 10, or None for none."""
        typed = self.cleaned_data["rating"].strip()
        if not typed:
            return None
        if not self.may_rate:
            raise ValidationError(
                _("Stars are for a film, not for a reply. Choose no stars, then send it again."),
                code="no_stars",
            )
        if typed not in RATINGS:
            raise ValidationError(
                _("Choose from half a star to five stars, or no stars."), code="no_rating"
            )
        return RATINGS[typed]

    def clean_body(self):
        body = self.cleaned_data["body"]
        has_words = any(is_visible(character) for character in body)
        if not has_words and (self.cleaned_data.get("rating") or "rating" in self.errors):
            return ""
        if not has_words and self.may_rate:
            raise ValidationError(_("Choose stars or write something first."), code="empty")
        return super().clean_body()

    @property
    def shows_rating(self):
        """Whether the form shows the stars: also where they are refused, to be taken back."""
        return self.may_rate or "rating" in self.errors


def get_rating_choices(chosen=""):
    """Return the ten radios of a rating from half a star up, as rating.html prints them.

    chosen: the posted value, of which only "1" to "10" chooses anything.
    """
    return [
        {
            "value": value,
            "label": _count_stars(half_stars),
            "say": _("%(stars)s out of 5") % {"stars": stars_numeral(half_stars)},
            "is_checked": value == chosen,
            "ends_a_star": half_stars % 2 == 0,
        }
        for value, half_stars in RATINGS.items()
    ]


def _count_stars(half_stars):
    """Return "½ star", "1 star", "1½ stars" and so on."""
    words = ngettext("%(stars)s star", "%(stars)s stars", 1 if half_stars <= 2 else 2)  # noqa: PLR2004
    return words % {"stars": stars_numeral(half_stars)}


def is_visible(character):
    """Return whether a character leaves a mark: no space, control or joining sign."""
    return unicodedata.category(character)[0] in "LNPSM"
