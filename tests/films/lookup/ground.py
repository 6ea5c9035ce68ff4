"""Films, people and records that the tests of the look-up share."""

from datetime import date, timedelta

from blog.films.models import Credit, Person
from blog.films.sources import CreditRecord, FilmRecord, PosterRecord, Term
from tests.factories.films import make_film

ASKED_ON = date(2026, 11, 22)


def make_record(source="tmdb", number="900001", **fields):
    """Return a FilmRecord of a made-up film; `values` given are added to its own."""
    values = {"title": "The Quiet Well", "year": 1986, "tmdb_id": 900001, "runtime_minutes": 94}
    return FilmRecord(
        **{
            "source": source,
            "id": number,
            "url": "https://www.themoviedb.org/movie/900001",
            "asked_on": ASKED_ON,
            "refresh_by": ASKED_ON + timedelta(days=180),
        }
        | fields
        | {"values": values | fields.get("values", {})}
    )


def full_record(**fields):
    """Return a FilmRecord that says something about everything but a poster."""
    return make_record(
        **{
            "values": {
                "original_title": "Der stille Brunnen",
                "also_known_as": "A Well",
                "company": "Brunnenfilm",
                "place": "Harz",
                "tagline": "Water takes its time.",
                "synopsis": "A well is dug.",
                "imdb_id": "tt9000001",
                "letterboxd_slug": "the-quiet-well",
                "wikidata_id": "Q9001",
            },
            "countries": (Term("Germany", "DE"), Term("Soviet Union")),
            "languages": (Term("Deutsch", "de"),),
            "genres": ("Documentary", "Well film"),
            "credits": (
                CreditRecord("Ada Marten", "director", ids={"tmdb_id": 810001}),
                CreditRecord("Ada Marten", "writer", ids={"tmdb_id": 810001}),
                CreditRecord("Ilse Brandt", "cast", "The miller", ids={"tmdb_id": 820001}),
                CreditRecord("Old Herrmann", "cast", as_themselves=True, ids={"tmdb_id": 820003}),
            ),
        }
        | fields
    )


def poster_record(address):
    return PosterRecord(
        url=f"{address}/t/p/w780/well.jpg",
        small_url=f"{address}/t/p/w185/well.jpg",
        credit="Poster from TMDB",
    )


def credit_film(film, name, role="director", **fields):
    """Give `film` a published credit; return it."""
    person, _made = Person.objects.get_or_create(name=name)
    credit = Credit(person=person, role=role, **fields)
    film.credits.add(credit)
    film.save_revision().publish()
    return credit


__all__ = ["ASKED_ON", "credit_film", "full_record", "make_film", "make_record", "poster_record"]
