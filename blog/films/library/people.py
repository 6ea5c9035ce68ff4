"""What readers see of the people of films: an index by name, and a page for each."""

from itertools import groupby

from django.core.paginator import Paginator
from django.db.models import Count, Exists, F, OuterRef
from django.http import Http404

from blog.images.renditions import fetch_pictures

from ..models import Credit, FilmPage, Person

PEOPLE_PER_PAGE = 100


def get_people(library, request):
    """Return a page of the people with a published film, by name, each with `film_count`."""
    public = Credit.objects.filter(film__in=_public_films())
    people = Person.objects.filter(Exists(public.filter(person=OuterRef("pk"))))
    page = Paginator(people.order_by("sort_name", "pk"), PEOPLE_PER_PAGE).get_page(
        request.GET.get("page")
    )
    page.object_list = list(page.object_list)
    # Counted for those of the page alone: to count for everybody takes ten times as long.
    shown = public.filter(person__in=[person.pk for person in page]).order_by()
    counts = dict(shown.values_list("person").annotate(Count("film", distinct=True)))
    for person in page:
        person.film_count = counts[person.pk]
    return {"people": page}


def _public_films():
    return FilmPage.objects.published().order_by().values("pk")


def get_person(library, slug):
    """Return what the page of the person with this slug prints.

    Raises Http404 when there is none, or nothing of theirs that readers may see.
    """
    rows = list(_public_credits().filter(person__slug=slug))
    if not rows:
        raise Http404("Nobody with something to see has that address.")
    person = rows[0].person
    films = {row.film_id: row.film for row in rows}
    pictures = [person.portrait, *(film.poster for film in films.values())]
    fetch_pictures((), [picture for picture in pictures if picture], "portrait", "poster_small")
    return {"person": person, "films": list(films.values()), "roles": _by_role(rows, films)}


def _public_credits():
    """Return the credits of published films, the newest film first, with all that is printed."""
    known = Credit.objects.filter(film__in=_public_films()).select_related(
        "person__portrait", "film__poster", "film__standing__rated_by"
    )
    known = known.defer("film__guide", "film__facts")
    newest = F("film__year").desc(nulls_last=True)
    return known.order_by(newest, "film__sort_title", "film_id", "sort_order", "pk")


def _by_role(rows, films):
    """Return [(role, [(film, [credit, …]), …]), …] in the order of the roles."""
    order = {role: number for number, role in enumerate(Credit.Role.values)}
    rows = sorted(rows, key=lambda row: order[row.role])  # keeps the order of the films
    return [
        (
            Credit.Role(role).label,
            [
                (films[film_id], list(of_film))
                for film_id, of_film in groupby(of_role, key=lambda row: row.film_id)
            ],
        )
        for role, of_role in groupby(rows, key=lambda row: row.role)
    ]
