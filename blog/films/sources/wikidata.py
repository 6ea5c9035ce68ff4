"""Wikidata: needs no key, and what it says belongs to everybody (CC0)."""

import re
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import get_language

from .claims import Claims, label_of
from .reading import mapping, matched, rows, text
from .records import Candidate
from .source import Source
from .wikidata_film import PERSON_ROLES, is_film, read_record, referenced, year_of_film

MOST_FOUND = 50
MOST_CANDIDATES = 12
LABELS_AT_ONCE = 50
MOST_LABELS = 150
NUMBER = r"Q[1-9]\d{0,11}"
# Descriptions are asked for in English, and nearly every film's has one of these words.
_FILM_WORD = re.compile(r"film|movie|documentary|anime|short", re.IGNORECASE)


class Wikidata(Source):
    key = "wikidata"
    label = "Wikidata"
    most_bytes = 16 << 20  # a dozen well-known films with every statement about them

    def _api(self, **query):
        query = {"format": "json", **query}
        return self.ask(f"{settings.WIKIDATA_URL}/w/api.php?{urlencode(query)}")

    def _search(self, title, year):
        found = self._api(
            action="wbsearchentities",
            search=title,
            language=language(),
            uselang="en",
            type="item",
            limit=MOST_FOUND,
        )
        searched = rows(found.get("search"))
        likely = likeliest(searched, year)[:MOST_CANDIDATES]
        films = [entity for entity in self._entities(likely) if is_film(Claims(entity))]
        if year:
            # A film's year differs from source to source by one, seldom by more.
            films.sort(key=lambda entity: abs((year_of_film(Claims(entity)) or year + 3) - year))
        names = self._labels([n for entity in films for n in director_numbers(entity)])
        descriptions = {row.get("id"): text(row.get("description")) for row in searched}
        return [read_candidate(entity, names, descriptions) for entity in films]

    def _details(self, number):
        if not matched(NUMBER, number):
            raise self.no_such_film()
        found = self.ask(f"{settings.WIKIDATA_URL}/wiki/Special:EntityData/{number}.json")
        # An item that was merged into another answers under the other's number.
        entity = next(iter(rows(list(mapping(found.get("entities")).values()))), {})
        if not matched(NUMBER, entity.get("id")) or not is_film(Claims(entity)):
            raise self.no_such_film()
        return read_record(entity, self._labels(referenced(entity)), languages())

    def _entities(self, numbers):
        """Return the entities of these numbers, in their order, with labels and statements."""
        if not numbers:
            return []
        found = self._api(
            action="wbgetentities",
            ids="|".join(numbers),
            props="labels|claims",
            languages="|".join(languages()),
        )
        entities = mapping(found.get("entities"))
        return [mapping(entities[number]) for number in numbers if number in entities]

    def _labels(self, numbers):
        """Return {number: name} of the things that statements point to, in few questions."""
        numbers = list(dict.fromkeys(numbers))[:MOST_LABELS]
        names = {}
        for start in range(0, len(numbers), LABELS_AT_ONCE):
            found = self._api(
                action="wbgetentities",
                ids="|".join(numbers[start : start + LABELS_AT_ONCE]),
                props="labels",
                languages="|".join(languages()),
            )
            for number, entity in mapping(found.get("entities")).items():
                names[number] = label_of(mapping(entity), languages())
        return {number: name for number, name in names.items() if name}


def language():
    return (get_language() or "en").partition("-")[0]


def languages():
    """Return the languages in which names are wanted, the best first.

    "mul" is where Wikidata keeps a name that is the same in all languages.
    """
    return tuple(dict.fromkeys([language(), "en", "mul"]))


def likeliest(found, year):
    """Return the numbers of what a search found, those that are called a film first."""

    def rank(row):
        description = text(row.get("description"))
        is_of_year = bool(year and str(year) in description)
        return (not _FILM_WORD.search(description), not is_of_year)

    return [row["id"] for row in sorted(found, key=rank) if matched(NUMBER, row.get("id"))]


def director_numbers(entity):
    return Claims(entity).items(PERSON_ROLES["director"])


def read_candidate(entity, names, descriptions):
    record = read_record(entity, names, languages())
    directors = (names.get(number) for number in director_numbers(entity))
    return Candidate(
        source=Wikidata.key,
        id=record.id,
        title=record.title,
        url=record.url,
        original_title=record.values.get("original_title", ""),
        year=record.year,
        directors=tuple(filter(None, directors)),
        description=descriptions.get(record.id, ""),
        poster=record.poster,
    )
