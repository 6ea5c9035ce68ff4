"""What a source says about films, in one shape whichever source it is."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class PosterRecord:
    """A poster elsewhere. url: the picture. credit: what stands under it. page_url: for people."""

    url: str
    small_url: str
    credit: str
    page_url: str = ""


@dataclass(frozen=True)
class Candidate:
    """A film that a search may have meant. id: the source's own, a str. url: for people."""

    source: str
    id: str
    title: str
    url: str
    original_title: str = ""
    year: int | None = None
    directors: tuple = ()
    description: str = ""
    poster: PosterRecord | None = None


@dataclass(frozen=True)
class Term:
    """A country or language by ISO code, upper or lower case, or by its English name alone."""

    name: str
    code: str = ""


@dataclass(frozen=True)
class CreditRecord:
    """What a person did. role: a value of Credit.Role. ids: {field of Person: value}."""

    name: str
    role: str
    character: str = ""
    as_themselves: bool = False
    ids: dict = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class FilmRecord:
    """Everything that a source says about one film.

    values: {field of FilmPage: str or int}, only what is known. countries, languages: Terms.
    genres: names. asked_on: the day of the answer. refresh_by: the last day on which the answer
    may be kept without asking again, None where a source sets none.
    """

    source: str
    id: str
    url: str
    values: dict
    asked_on: date
    refresh_by: date | None = None
    countries: tuple = ()
    languages: tuple = ()
    genres: tuple = ()
    credits: tuple = ()
    poster: PosterRecord | None = None

    @property
    def title(self):
        return self.values["title"]

    @property
    def year(self):
        return self.values.get("year")
