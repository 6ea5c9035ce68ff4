"""What a film's own page gathers: credits by role, terms, viewings, where its facts come from."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Subquery, Value
from django.db.models.functions import Coalesce

from blog.lib.durations import format_minutes
from blog.lib.names import join_names
from blog.lib.pages import live_and_public

from ..diary.reading import readable_viewings
from ..models import (
    Country,
    Credit,
    DiaryIndexPage,
    FilmCountry,
    FilmGenre,
    FilmLanguage,
    Genre,
    Language,
    Person,
)

_TERMS = {
    "countries": (Country, FilmCountry, "country_items"),
    "languages": (Language, FilmLanguage, "language_items"),
    "genres": (Genre, FilmGenre, "genre_items"),
}


@dataclass
class FilmCredits:
    """cast: credits in the author's order. crew: [(role in words, [credit, …]), …]."""

    cast: list
    crew: list

    @property
    def are_themselves(self):
        """Whether everybody in front of the camera is there as themselves."""
        return bool(self.cast) and all(credit.as_themselves for credit in self.cast)


def get_credits(film):
    """Return the FilmCredits of a film, in one query; in a preview, of what is being written."""
    return _once(film, "credits_by_role", _read_credits)


def get_terms(film):
    """Return {"countries": […], "languages": […], "genres": […]} of a film, in one query."""
    return _once(film, "terms_by_kind", _read_terms)


def get_facts(film, names):
    """Return {name: words} of the facts called `names`, as a list prints them; "" where unknown."""
    terms = get_terms(film) if {"countries", "languages", "genres"} & set(names) else {}
    facts = {name: join_names(term.local_name for term in terms[name]) for name in terms}
    if "cast" in names:
        facts["cast"] = join_names(credit.person.name for credit in get_credits(film).cast)
    return facts | {
        "directors": film.directed_by,
        "year": film.year,
        "original_title": film.original_title if film.original_title != film.title else "",
        "other_titles": ", ".join(film.other_titles),
        "length": film.runtime_minutes and format_minutes(film.runtime_minutes),
        "company": film.company,
        "place": film.place,
    }


def _once(film, name, read):
    """Return what `read` makes of the film, kept on it: head and page print the same."""
    if name not in film.__dict__:
        film.__dict__[name] = read(film)
    return film.__dict__[name]


def _read_credits(film):
    if _is_being_written(film, "credits"):
        return _group(list(film.credits.all()))
    return _group(_stored(film)["credits"])


def _group(rows):
    order = {role: number for number, role in enumerate(Credit.Role.values)}
    crew = [row for row in rows if row.role != Credit.Role.CAST]
    crew.sort(key=lambda row: order.get(row.role, len(order)))  # keeps the order within a role
    return FilmCredits(
        cast=[row for row in rows if row.role == Credit.Role.CAST],
        crew=[
            (Credit.Role(role).label, list(of_role))
            for role, of_role in groupby(crew, key=lambda row: row.role)
        ],
    )


def _read_terms(film):
    if any(_is_being_written(film, items) for _model, _through, items in _TERMS.values()):
        return {name: list(getattr(film, name).all()) for name in _TERMS}
    return {name: _stored(film)[name] for name in _TERMS}


def _stored(film):
    """Return the rows of credits and terms as they are stored, {name: […]}, in one query."""
    return _once(film, "stored_credits_and_terms", _read_stored)


def _read_stored(film):
    found = {name: [] for name in ("credits", *_TERMS)}
    if film.pk is None:
        return found
    no_words, no = Value(""), Value(False)
    rows = [
        through.objects.filter(content_object=film)
        .order_by()
        .values_list(
            Value(name), "pk", Value(0), "tag__slug", "tag__name", no_words, no_words, no, no_words
        )
        for name, (_model, through, _items) in _TERMS.items()
    ]
    people = Credit.objects.filter(film=film).order_by()
    people = people.values_list(
        *(Value("credits"), "pk", Coalesce("sort_order", 0), "person__slug", "person__name"),
        *("role", "character", "as_themselves", "note"),
    )
    # In the order in which the author put them.
    for kind, _pk, _order, slug, name, *rest in sorted(
        people.union(*rows, all=True), key=lambda row: (row[2], row[1])
    ):
        if kind == "credits":
            fields = dict(zip(("role", "character", "as_themselves", "note"), rest, strict=True))
            found[kind].append(Credit(person=Person(slug=slug, name=name), **fields))
        else:
            found[kind].append(_TERMS[kind][0](slug=slug, name=name))
    return found


def get_public_viewings(film):
    """Return the viewings of a film that readers may see, the newest first, in one query.

    Each has `diary_path`, the `url_path` of the diary's page; None of them while it is not public.
    """
    if film.pk is None:
        return []
    diary = live_and_public(DiaryIndexPage.objects.order_by("path")).values("url_path")[:1]
    viewings = readable_viewings().filter(film=film).select_related("author")
    return list(viewings.annotate(diary_path=Subquery(diary)).filter(diary_path__isnull=False))


def _is_being_written(film, relation):
    """Whether the rows of a relation are held in memory, as they are in the editor's preview."""
    return relation in film.__dict__.get("_cluster_related_objects", {})
