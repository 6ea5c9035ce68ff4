"""Numbers of films and people at other places: how they look, and where they lead."""

import re
from dataclasses import dataclass

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class ExternalId:
    """A number at another place, such as "tt5836866" at IMDb.

    pattern: what the number alone looks like. in_address: finds it, as its first group, in an
    address that somebody pasted. address: a str.format pattern with one empty pair of braces.
    """

    label: str
    pattern: str
    in_address: str
    address: str
    message: str

    @property
    def validator(self):
        return RegexValidator(f"^(?:{self.pattern})$", self.message)

    def find(self, text):
        """Return the number in `text`, itself or the address of a page; None without one."""
        text = text.strip()
        if re.fullmatch(self.pattern, text):
            return text
        found = re.search(self.in_address, text)
        return found[1] if found else None

    def url(self, number):
        return self.address.format(number)


IMDB = ExternalId(
    "IMDb",
    r"tt\d{7,9}",
    r"imdb\.com/(?:[a-z-]+/)?title/(tt\d{7,9})",
    "https://www.imdb.com/title/{}/",
    _("Write the number such as “tt5836866”, or paste the address of the page at IMDb."),
)
IMDB_PERSON = ExternalId(
    "IMDb",
    r"nm\d{7,9}",
    r"imdb\.com/(?:[a-z-]+/)?name/(nm\d{7,9})",
    "https://www.imdb.com/name/{}/",
    _("Write the number such as “nm0000217”, or paste the address of the page at IMDb."),
)
TMDB = ExternalId(
    "TMDB",
    r"\d{1,9}",
    r"themoviedb\.org/movie/(\d{1,9})",
    "https://www.themoviedb.org/movie/{}",
    _("Write the number such as “438808”, or paste the address of the page at TMDB."),
)
LETTERBOXD = ExternalId(
    "Letterboxd",
    r"[a-z0-9-]{1,120}",
    r"letterboxd\.com/film/([a-z0-9-]{1,120})",
    "https://letterboxd.com/film/{}/",
    _("Write the last part of the address, such as “the-work”, or paste the whole address."),
)
WIKIDATA = ExternalId(
    "Wikidata",
    r"Q[1-9]\d{0,11}",
    r"wikidata\.org/(?:wiki|entity)/(Q[1-9]\d{0,11})",
    "https://www.wikidata.org/wiki/{}",
    _("Write the number such as “Q30601729”, or paste the address of the page at Wikidata."),
)

# The field of a film → what it holds, in the order that a page prints them.
FILM_IDS = {
    "imdb_id": IMDB,
    "tmdb_id": TMDB,
    "letterboxd_slug": LETTERBOXD,
    "wikidata_id": WIKIDATA,
}


def unique_when_filled(field, name):
    """Return a constraint: no two rows have the same number, any have none."""
    return models.UniqueConstraint(
        fields=[field],
        condition=~models.Q(**{field: ""}),
        name=name,
        violation_error_message=_("Another one has this number already."),
    )
