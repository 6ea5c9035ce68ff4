"""The facts that a look-up compares and fills."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from blog.lib.durations import format_minutes
from blog.lib.folding import fold

from ..models import Credit, FilmPage
from ..sources import SOURCES
from .terms import find_countries, find_genres, find_languages


@dataclass(frozen=True)
class Fact:
    """One fact of a film. name: of its field, in forms and in `FilmPage.fact_sources`."""

    name: str

    @property
    def label(self):
        return capfirst(FilmPage._meta.get_field(self.name).verbose_name)

    def ours(self, film):
        """Return what stands, as text; "" for nothing."""
        return self.printed(getattr(film, self.name))

    def theirs(self, record):
        """Return what the source says, as text; "" for nothing."""
        return self.printed(record.values.get(self.name))

    def printed(self, value):
        return "" if value is None else str(value)

    def is_same(self, film, record):
        ours, theirs = self.ours(film), self.theirs(record)
        return ours == theirs or (fold(ours) == fold(theirs) != "")

    def fill(self, film, record):
        setattr(film, self.name, record.values[self.name])


class LengthFact(Fact):
    def printed(self, value):
        return format_minutes(value) if value else ""


class SynopsisFact(Fact):
    def fill(self, film, record):
        super().fill(film, record)
        film.synopsis_source = SOURCES[record.source].label
        film.synopsis_source_url = record.url


class TermsFact(Fact):
    """Countries, languages or genres. What stands is never taken away, only added to."""

    def rows(self, record):
        find = {"countries": find_countries, "languages": find_languages, "genres": find_genres}
        return find[self.name](getattr(record, self.name))

    def ours(self, film):
        return ", ".join(sorted(row.local_name for row in getattr(film, self.name).all()))

    def theirs(self, record):
        return ", ".join(row.local_name for row in self.rows(record))

    def is_same(self, film, record):
        have = {row.name for row in getattr(film, self.name).all()}
        return have.issuperset(row.name for row in self.rows(record))

    def fill(self, film, record):
        rows = self.rows(record)
        # Free genres come by name; countries and languages are rows of ours.
        getattr(film, self.name).add(*(row if row.pk else row.name for row in rows))


@dataclass(frozen=True)
class CreditsFact(Fact):
    """The credits of one role. What stands is never taken away, only added to."""

    role: str

    @property
    def label(self):
        return Credit.Role(self.role).label

    def ours(self, film):
        return "\n".join(_named(c.person.name, c.part) for c in self.standing(film))

    def theirs(self, record):
        return "\n".join(_named(c.name, part_of(c)) for c in self.said(record))

    def standing(self, film):
        return [credit for credit in film.credits.all() if credit.role == self.role]

    def said(self, record):
        return [credit for credit in record.credits if credit.role == self.role]

    def is_same(self, film, record):
        return not self.missing(film, record)

    def missing(self, film, record):
        """Return the CreditRecords whose person does not stand in this role yet."""
        have = {fold(credit.person.name) for credit in self.standing(film)}
        return [credit for credit in self.said(record) if fold(credit.name) not in have]

    def fill(self, film, record, people=None):
        have = {credit.person_id for credit in self.standing(film)}
        for credit in self.missing(film, record):
            person = people[credit]
            if person.pk not in have:
                have.add(person.pk)
                film.credits.add(
                    Credit(
                        person=person,
                        role=self.role,
                        character=credit.character,
                        as_themselves=credit.as_themselves,
                    )
                )


@dataclass(frozen=True)
class PosterFact(Fact):
    def ours(self, film):
        return film.poster.title if film.poster else ""

    def theirs(self, record):
        return record.poster.credit if record.poster else ""

    def is_same(self, film, record):
        return False

    def fill(self, film, record):
        raise NotImplementedError("A poster is fetched and stored first: see actions.")


def _named(name, part):
    return f"{name} ({part})" if part else name


def part_of(credit):
    return str(_("as themselves")) if credit.as_themselves else credit.character


POSTER = PosterFact("poster")
CREDITS = tuple(CreditsFact(f"credits_{role}", role) for role in Credit.Role.values[:-1])
FACTS = (
    *map(Fact, ("title", "original_title", "also_known_as", "year")),
    LengthFact("runtime_minutes"),
    *map(TermsFact, ("countries", "languages", "genres")),
    *map(Fact, ("company", "place", "tagline")),
    SynopsisFact("synopsis"),
    *CREDITS,
    POSTER,
    *map(Fact, ("imdb_id", "tmdb_id", "letterboxd_slug", "wikidata_id")),
)
UNIQUE_FACTS = ("imdb_id", "tmdb_id", "letterboxd_slug", "wikidata_id")
