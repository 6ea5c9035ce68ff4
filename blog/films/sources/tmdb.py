"""The Movie Database: needs a token, wants its sentence printed and its data refreshed."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from .reading import known, mapping, matched, paragraphs, rows, text, whole, year_of
from .records import Candidate, CreditRecord, FilmRecord, PosterRecord, Term
from .source import Source, SourceError

# Its terms let an answer be kept for six months.
KEPT_DAYS = 180
MOST_CANDIDATES = 8
MOST_CAST = 20
MOST_OTHER_TITLES = 10
JOBS = {
    "Director": "director",
    "Screenplay": "writer",
    "Writer": "writer",
    "Director of Photography": "cinematographer",
    "Editor": "editor",
    "Original Music Composer": "composer",
    "Producer": "producer",
}
ROLE_ORDER = list(dict.fromkeys(JOBS.values()))
# How the character of somebody who plays nobody is written: "Self", "Herself (archive footage)".
_THEMSELVES = re.compile(r"(?:self|himself|herself|themsel(?:f|ves))\b", re.IGNORECASE)
_PICTURE = r"/[A-Za-z0-9_-]{1,80}\.(?:jpg|png)"


class TMDB(Source):
    key = "tmdb"
    label = "TMDB"
    attribution = gettext_lazy(
        "This product uses the TMDB API but is not endorsed or certified by TMDB."
    )
    attribution_url = "https://www.themoviedb.org/"

    @property
    def unavailable_because(self):
        if settings.TMDB_TOKEN:
            return ""
        return _("TMDB is not asked: it needs a token, TMDB_TOKEN in the journal’s environment.")

    def refusal(self):
        return _("TMDB refused the token. Check TMDB_TOKEN in the journal’s environment.")

    def _ask(self, path, **query):
        query = {"language": get_language() or "en", **query}
        return self.ask(
            f"{settings.TMDB_URL}/3/{path}?{urlencode(query)}",
            headers={"Authorization": f"Bearer {settings.TMDB_TOKEN}"},
        )

    def _search(self, title, year):
        found = self._find(title, year) if year else []
        # A film's year differs from source to source, and authors remember it wrongly.
        found = found or self._find(title)
        with ThreadPoolExecutor(max_workers=4) as pool:
            return list(pool.map(self._with_directors, found))

    def _find(self, title, year=None):
        query = {"query": title, "include_adult": "false", **known(primary_release_year=year)}
        found = rows(self._ask("search/movie", **query).get("results"))
        candidates = [candidate for candidate in map(read_candidate, found) if candidate]
        return candidates[:MOST_CANDIDATES]

    def _with_directors(self, candidate):
        """Return the candidate with its directors, which the search does not tell."""
        try:
            found = self._ask(f"movie/{candidate.id}/credits")
        except SourceError:
            return candidate
        crew = rows(found.get("crew"), 500)
        names = [text(row.get("name")) for row in crew if row.get("job") == "Director"]
        return Candidate(**{**vars(candidate), "directors": tuple(filter(None, names))})

    def _details(self, number):
        if not whole(number):
            raise self.no_such_film()
        parts = "credits,external_ids,alternative_titles"
        record = read_record(self._ask(f"movie/{int(number)}", append_to_response=parts))
        if record is None:
            raise self.no_such_film()
        return record


def read_candidate(row):
    """Return a Candidate from a row of a search, None when it has no number or title."""
    number, title = whole(row.get("id")), text(row.get("title"))
    if not (number and title):
        return None
    original_title = text(row.get("original_title"))
    return Candidate(
        source=TMDB.key,
        id=str(number),
        title=title,
        url=page_url(number),
        original_title=original_title if original_title != title else "",
        year=year_of(row.get("release_date")),
        poster=read_poster(row, number),
    )


def read_record(film):
    """Return a FilmRecord from the answer about one film, None when it has no number or title."""
    base = read_candidate(film)
    if base is None:
        return None
    ids = mapping(film.get("external_ids"))
    companies = [text(row.get("name")) for row in rows(film.get("production_companies"))]
    today = timezone.localdate()
    return FilmRecord(
        source=TMDB.key,
        id=base.id,
        url=base.url,
        asked_on=today,
        refresh_by=today + timedelta(days=KEPT_DAYS),
        values=known(
            title=base.title,
            original_title=base.original_title,
            also_known_as=read_other_titles(film, {base.title, base.original_title}),
            year=base.year,
            runtime_minutes=whole(film.get("runtime"), highest=30_000),
            company=text(", ".join(filter(None, companies[:3])), 200),
            tagline=text(film.get("tagline")),
            synopsis=paragraphs(film.get("overview")),
            imdb_id=matched(r"tt\d{7,9}", film.get("imdb_id") or ids.get("imdb_id")),
            tmdb_id=int(base.id),
            wikidata_id=matched(r"Q[1-9]\d{0,11}", ids.get("wikidata_id")),
        ),
        countries=read_terms(film.get("production_countries"), "iso_3166_1"),
        languages=read_terms(film.get("spoken_languages"), "iso_639_1"),
        genres=tuple(
            filter(None, (text(row.get("name"), 100) for row in rows(film.get("genres"))))
        ),
        credits=(*read_crew(film), *read_cast(film)),
        poster=base.poster,
    )


def page_url(number):
    return f"https://www.themoviedb.org/movie/{number}"


def read_poster(row, number):
    path = matched(_PICTURE, row.get("poster_path"))
    if not path:
        return None
    pictures = f"{settings.TMDB_PICTURES_URL}/t/p"
    return PosterRecord(
        url=f"{pictures}/w780{path}",
        small_url=f"{pictures}/w185{path}",
        credit=_("Poster from TMDB"),
        page_url=page_url(number),
    )


def read_terms(found, code_name):
    terms = [
        Term(
            text(row.get("english_name") or row.get("name"), 100),
            matched(r"[A-Za-z]{2}", row.get(code_name)),
        )
        for row in rows(found)
    ]
    return tuple(term for term in terms if term.code or term.name)


def read_other_titles(film, titles):
    """Return further titles, one a line, without those that are said already."""
    found = rows(mapping(film.get("alternative_titles")).get("titles"))
    others = dict.fromkeys(text(row.get("title")) for row in found)
    return "\n".join(
        [title for title in others if title and title not in titles][:MOST_OTHER_TITLES]
    )


def read_crew(film):
    """Return the crew's CreditRecords, by role in the order of JOBS, each person once a role."""
    found = {}
    for row in rows(mapping(film.get("credits")).get("crew"), 1_000):
        role, name = JOBS.get(row.get("job")), text(row.get("name"), 200)
        if role and name:
            found.setdefault((role, name), CreditRecord(name, role, ids=read_ids(row)))
    return sorted(found.values(), key=lambda credit: ROLE_ORDER.index(credit.role))


def read_cast(film):
    cast = rows(mapping(film.get("credits")).get("cast"), MOST_CAST)
    for row in cast:
        name, character = text(row.get("name"), 200), text(row.get("character"), 200)
        if name:
            is_self = bool(_THEMSELVES.match(character))
            yield CreditRecord(name, "cast", "" if is_self else character, is_self, read_ids(row))


def read_ids(row):
    return known(tmdb_id=whole(row.get("id")))
