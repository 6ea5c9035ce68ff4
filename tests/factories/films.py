"""The smallest valid films, people and evenings."""

from blog.films.models import Credit, FilmPage, Person, Viewing
from blog.lib.names import split_names

from .indexing import indexed_once


def make_person(name="Somebody", **fields):
    """Return the Person of that name, made when there is none."""
    return Person.objects.get_or_create(name=name, defaults=fields)[0]


def make_film(library, title="A film", year=None, *, live=True, directors="", cast="", **fields):
    """Return a FilmPage under `library`, a FilmIndexPage; live ones published as Wagtail does.

    directors, cast: names with commas between; each gets a Person and a credit.
    countries, languages, genres: lists of English names.
    """
    terms = {name: fields.pop(name, ()) for name in ("countries", "languages", "genres")}
    film = FilmPage(title=title, year=year, live=False, **fields)
    for name, values in terms.items():
        getattr(film, name).add(*values)
    for role, names in ((Credit.Role.DIRECTOR, directors), (Credit.Role.CAST, cast)):
        for name in split_names(names):
            film.credits.add(Credit(person=make_person(name), role=role))
    library.refresh_from_db()
    with indexed_once():
        library.add_child(instance=film)
        if live:
            film.save_revision().publish()
            film.refresh_from_db()
    return film


def make_viewing(film, **fields):
    """Return a public Viewing of `film`; without a day unless one is given."""
    return Viewing.objects.create(film=film, **fields)
