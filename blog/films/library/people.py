"""What readers see of the people of films: an index by name, and a page for each."""

from itertools import groupby

from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import Http404

from blog.comments.takes import add_readers_means
from blog.images.renditions import fetch_pictures

from ..models import Credit, FilmPage, Person

PEOPLE_PER_PAGE = 100


def get_people(library, request):
    """Return the people with a published film, by name, each with `film_count`."""
    films = FilmPage.objects.published().order_by().values("pk")
    counted = Count("credits__film", filter=Q(credits__film__in=films), distinct=True)
    people = Person.objects.filter(credits__film__in=films).annotate(film_count=counted)
    page = Paginator(people.order_by("sort_name", "pk"), PEOPLE_PER_PAGE).get_page(
        request.GET.get("page")
    )
    return {"people": page}


def get_person(library, slug):
    """Return what the page of the person with this slug prints.

    Raises Http404 when there is none, or nothing of theirs that readers may see.
    """
    person = Person.objects.select_related("portrait").filter(slug=slug).first()
    if person is None:
        raise Http404("Nobody has that address.")
    films = add_readers_means(_films_of(person))
    if not films:
        raise Http404("Nothing of theirs is public.")
    if person.portrait:
        fetch_pictures((), [person.portrait], "portrait")
    return {"person": person, "films": films, "roles": _by_role(person, films)}


def _films_of(person):
    """Return the published films of a person, the newest first."""
    ids = Credit.objects.filter(person=person).values("film")
    films = FilmPage.objects.filter(pk__in=ids).published().for_listing()
    return list(films.order_by(F("year").desc(nulls_last=True), "sort_title", "pk"))


def _by_role(person, films):
    """Return [(role, [(film, [credit, …]), …]), …] in the order of the roles."""
    by_id = {film.pk: film for film in films}
    place = {film.pk: number for number, film in enumerate(films)}
    order = {role: number for number, role in enumerate(Credit.Role.values)}
    of_person = Credit.objects.filter(person=person, film__in=by_id).order_by("sort_order", "pk")
    rows = sorted(of_person, key=lambda credit: (order[credit.role], place[credit.film_id]))
    return [
        (
            Credit.Role(role).label,
            [
                (by_id[film_id], list(of_film))
                for film_id, of_film in groupby(of_role, key=lambda credit: credit.film_id)
            ],
        )
        for role, of_role in groupby(rows, key=lambda credit: credit.role)
    ]
