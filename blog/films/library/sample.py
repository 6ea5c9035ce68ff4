"""Made-up films by the thousand, to see how fast a big library is."""

import random
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from ..models import (
    Country,
    Credit,
    FilmCountry,
    FilmGenre,
    FilmIndexPage,
    FilmLanguage,
    FilmPage,
    FilmStanding,
    Genre,
    Language,
    Person,
    Viewing,
)

FIRST = (
    "Silent Last Café Northern Été Winter Paper Borrowed Long Third Velvet Naïve Open Early".split()
)
SECOND = (
    "Harbour River Señor Station Room Letter Orchard Train Kitchen Ångström Mirror Road".split()
)
LAST = "of Dust;in June;for Two;at Noon;without Doors;and Salt;by Night;on Sunday;again;".split(";")
GENRES = "Comedy Crime Documentary Drama Essay Family Horror Musical Romance Western".split()
COUNTRIES = "us fr jp gb it de se ir in mx kr br sn pl".split()
LANGUAGES = "en fr ja it de sv fa hi es ko".split()
FILMS_TO_A_PERSON = 12
SHARE_SEEN = 0.3


@transaction.atomic
def make_sample_films(library, count, seed=1):
    """Add `count` published made-up films below `library`, a FilmIndexPage; return their ids.

    They have directors, cast, countries, languages, genres and a diary, all invented, and no
    picture, revision or entry in the search index: rows alone, so that thousands take seconds.
    The same `seed` makes the same films; ones that were made before stay.
    """
    library = FilmIndexPage.objects.select_for_update(of=("self",)).get(pk=library.pk)
    dice = random.Random(seed)  # noqa: S311  nothing secret
    people = _make_people(count // FILMS_TO_A_PERSON + 3, dice)
    films = _add_pages(library, [_make_film(number, people, dice) for number in range(count)])
    _add_credits(films, people, dice)
    for through, terms in _terms().items():
        rows = ((film, term) for film in films for term in dice.sample(terms, dice.choice((1, 2))))
        through.objects.bulk_create(
            (through(content_object=film, tag=term) for film, term in rows), batch_size=1000
        )
    _add_diary(films, dice)
    return [film.pk for film in films]


def _make_people(count, dice):
    existing = Person.objects.count()
    people = [
        Person(
            name=f"{dice.choice(FIRST)} {dice.choice(SECOND)}son {existing + number}",
            slug=f"sample-{existing + number}",
        )
        for number in range(count)
    ]
    return Person.objects.bulk_create(people, batch_size=1000)


def _make_film(number, people, dice):
    title = f"{dice.choice(FIRST)} {dice.choice(SECOND)} {dice.choice(LAST)}".strip()
    added = timezone.now() - timedelta(minutes=number)
    film = FilmPage(
        title=title,
        draft_title=title,
        year=min(2025, int(dice.triangular(1920, 2026, 2010))),
        runtime_minutes=dice.randint(61, 190),
        synopsis=f"A made-up film, number {number + 1}.",
        live=True,
        has_unpublished_changes=False,
        first_published_at=added,
        last_published_at=added,
    )
    film.sample_directors = dice.sample(people, dice.choice((1, 1, 1, 2)))
    film.get_director_credits = lambda: [Credit(person=who) for who in film.sample_directors]
    return film


def _add_pages(library, films):
    """Give the films their places in the tree, at its end, and write both of their rows."""
    last = library.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    taken = FilmPage.objects.child_of(library).count()
    bare = []
    for number, film in enumerate(films, 1):
        film.path = Page._get_path(library.path, library.depth + 1, step + number)
        film.depth = library.depth + 1
        film.slug = f"{slugify(film.title)}-{taken + number}"
        film.url_path = f"{library.url_path}{film.slug}/"
        film.locale_id = library.locale_id
        film.content_type = film.cached_content_type
        fields = Page._meta.concrete_fields
        bare.append(Page(**{field.attname: getattr(film, field.attname) for field in fields}))
    for film, page in zip(films, Page.objects.bulk_create(bare, batch_size=500), strict=True):
        film.pk = film.page_ptr_id = page.pk
        # The parent's row stands; raw writes the film's own and calls no search index.
        for field in FilmPage._meta.local_concrete_fields:
            field.pre_save(film, add=True)
    _insert_rows(films)
    Page.objects.filter(pk=library.pk).update(numchild=library.numchild + len(films))
    return films


def _insert_rows(films):
    from django.db.models.sql import InsertQuery

    for start in range(0, len(films), 200):
        query = InsertQuery(FilmPage)
        query.insert_values(
            FilmPage._meta.local_concrete_fields, films[start : start + 200], raw=True
        )
        query.get_compiler("default").execute_sql()


def _add_credits(films, people, dice):
    def credits_of(film):
        for order, who in enumerate(film.sample_directors):
            yield Credit(film=film, person=who, role=Credit.Role.DIRECTOR, sort_order=order)
        for order, who in enumerate(dice.sample(people, 3), 2):
            yield Credit(film=film, person=who, role=Credit.Role.CAST, sort_order=order)

    rows = (credit for film in films for credit in credits_of(film))
    Credit.objects.bulk_create(rows, batch_size=1000)


def _terms():
    """Return {through model: its terms to choose from}."""
    genres = [Genre.objects.get_or_create(name=name)[0] for name in GENRES]
    countries = list(Country.objects.filter(slug__in=COUNTRIES).order_by("slug"))
    languages = list(Language.objects.filter(slug__in=LANGUAGES).order_by("slug"))
    return {FilmGenre: genres, FilmCountry: countries, FilmLanguage: languages}


def _add_diary(films, dice):
    today = timezone.localdate()
    viewings, standings = [], []
    for film in films:
        if dice.random() > SHARE_SEEN:
            continue
        day = today - timedelta(days=dice.randint(1, 4000))
        half_stars = dice.choice([None, *range(1, 11)])
        viewings.append(Viewing(film=film, watched_on=day, half_stars=half_stars))
        standings.append(
            FilmStanding(
                film=film,
                half_stars=half_stars,
                rated_on=day if half_stars else None,
                is_seen=True,
                last_seen_on=day,
            )
        )
    Viewing.objects.bulk_create(viewings, batch_size=1000)
    FilmStanding.objects.bulk_create(standings, batch_size=1000)
