"""What the statements of Wikidata say of a film."""

import re
from urllib.parse import quote

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from .claims import Claims, alias_texts, any_label, item_of, label_of, qualifiers, value_of
from .reading import known, mapping, matched, text, whole, year_of
from .records import CreditRecord, FilmRecord, PosterRecord, Term

MOST_CAST = 20
MOST_OTHER_TITLES = 10
INSTANCE_OF, TITLE, PUBLISHED, DURATION = "P31", "P1476", "P577", "P2047"
COUNTRY, LANGUAGE, GENRE, COMPANY, PLACE = "P495", "P364", "P136", "P272", "P840"
IMDB, TMDB_FILM, LETTERBOXD, FILM_POSTER = "P345", "P4947", "P6127", "P3383"
CHARACTER, CHARACTER_NAME = "P453", "P4633"
# By role, in the order in which a page prints them.
PERSON_ROLES = {
    "director": "P57",
    "writer": "P58",
    "cinematographer": "P344",
    "editor": "P1040",
    "composer": "P86",
    "producer": "P162",
    "cast": "P161",
}
FILM_KINDS = frozenset(
    {
        *("Q11424", "Q24869", "Q24862", "Q93204", "Q506240", "Q202866", "Q29168811", "Q20650540"),
        *("Q226730", "Q20667187", "Q18011171", "Q17517379", "Q336144", "Q1054574"),
    }
)
MINUTES_IN = {"Q7727": 1, "Q25235": 60, "Q11574": 1 / 60}
_LAST_FILM = re.compile(r"[ -]film$")


def is_film(claims):
    """Return whether an entity is a film: a kind of film, or in a list that holds films alone."""
    if FILM_KINDS.intersection(claims.items(INSTANCE_OF)):
        return True
    return bool(claims.strings(TMDB_FILM) or claims.strings(LETTERBOXD))


def referenced(entity):
    """Return the numbers of everything whose name a FilmRecord needs, the likeliest first."""
    claims = Claims(entity)
    numbers = [n for prop in (COUNTRY, LANGUAGE, GENRE, COMPANY, PLACE) for n in claims.items(prop)]
    for role, prop in PERSON_ROLES.items():
        numbers += claims.items(prop)[: MOST_CAST if role == "cast" else None]
    for statement in claims.all_statements(PERSON_ROLES["cast"])[:MOST_CAST]:
        numbers += filter(None, map(item_of, qualifiers(statement, CHARACTER)))
    return numbers


def read_record(entity, names, languages):
    """Return the FilmRecord of an entity. names: {number: name} of what it points to."""
    claims = Claims(entity)
    number = entity["id"]
    original = next(filter(None, map(monolingual, claims.values(TITLE))), "")
    title = label_of(entity, languages) or original or any_label(entity) or number
    others = [name for name in dict.fromkeys(alias_texts(entity, languages)) if name]
    others = [name for name in others if name not in (title, original)]

    def named(prop):
        return [names[item] for item in claims.items(prop) if item in names]

    return FilmRecord(
        source="wikidata",
        id=number,
        url=f"https://www.wikidata.org/wiki/{number}",
        asked_on=timezone.localdate(),
        values=known(
            title=title,
            original_title=original if original != title else "",
            also_known_as="\n".join(others[:MOST_OTHER_TITLES]),
            year=year_of_film(claims),
            runtime_minutes=minutes_of(claims),
            company=text(", ".join(named(COMPANY)[:3]), 200),
            place=text(", ".join(named(PLACE)[:3]), 200),
            imdb_id=first(claims, IMDB, r"tt\d{7,9}"),
            tmdb_id=whole(first(claims, TMDB_FILM, r"\d{1,9}")),
            letterboxd_slug=first(claims, LETTERBOXD, r"[a-z0-9-]{1,120}"),
            wikidata_id=number,
        ),
        countries=tuple(Term(name) for name in named(COUNTRY)),
        languages=tuple(Term(name) for name in named(LANGUAGE)),
        genres=tuple(dict.fromkeys(genre_name(name) for name in named(GENRE))),
        credits=tuple(read_credits(claims, names)),
        poster=read_poster(claims),
    )


def monolingual(value):
    return text(mapping(value).get("text"))


def first(claims, prop, pattern):
    return next((value for value in claims.strings(prop) if matched(pattern, value)), "")


def year_of_film(claims):
    """Return the year in which it was first shown, whichever of its dates is preferred."""
    times = (mapping(value_of(row)).get("time") for row in claims.all_statements(PUBLISHED))
    return min(filter(None, map(year_of, times)), default=None)


def minutes_of(claims):
    """Return the whole minutes of the first duration whose unit is known."""
    for value in map(mapping, claims.values(DURATION)):
        unit = str(value.get("unit", "")).rpartition("/")[2]
        amount = str(value.get("amount", ""))
        if unit in MINUTES_IN and re.fullmatch(r"\+?\d{1,7}(\.\d+)?", amount):
            return whole(round(float(amount) * MINUTES_IN[unit]), highest=30_000)
    return None


def genre_name(name):
    """Return "Documentary" for "documentary film"."""
    name = _LAST_FILM.sub("", name)
    return name[:1].upper() + name[1:]


def read_credits(claims, names):
    for role, prop in PERSON_ROLES.items():
        seen = set()
        for statement in claims.all_statements(prop)[: MOST_CAST if role == "cast" else 10]:
            number = item_of(value_of(statement))
            if number not in names or number in seen:
                continue
            seen.add(number)
            character, is_self = read_character(statement, number, names)
            yield CreditRecord(names[number], role, character, is_self, ids={"wikidata_id": number})


def read_character(statement, person, names):
    """Return (character, whether somebody plays themselves) from the qualifiers of a cast row."""
    numbers = [item_of(value) for value in qualifiers(statement, CHARACTER)]
    if person in numbers:
        return "", True
    written = [text(value, 200) for value in qualifiers(statement, CHARACTER_NAME)]
    named = [names[number] for number in numbers if number in names]
    return next(filter(None, [*written, *named]), "")[:200], False


def read_poster(claims):
    """Return the poster at Wikimedia Commons. Few films have one: most are not free."""
    name = next(iter(claims.strings(FILM_POSTER)), "").replace(" ", "_")
    if not name:
        return None
    commons = settings.WIKIMEDIA_COMMONS_URL
    path = f"{commons}/wiki/Special:FilePath/{quote(name, safe='')}"
    return PosterRecord(
        url=f"{path}?width=800",
        small_url=f"{path}?width=200",
        credit=_("Wikimedia Commons, %(name)s") % {"name": name.replace("_", " ")[:180]},
        page_url=f"https://commons.wikimedia.org/wiki/File:{quote(name, safe='')}",
    )
