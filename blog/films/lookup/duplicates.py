"""Whether the library holds a film that a source names."""

from dataclasses import dataclass

from django.db.models import Q

from blog.lib.trash import without_trash

from ..models import FilmPage
from .facts import UNIQUE_FACTS


@dataclass(frozen=True)
class Duplicate:
    """A film of the library. is_sure: it has the same number somewhere, not only the name."""

    film: FilmPage
    is_sure: bool


def find_duplicate(record):
    """Return the Duplicate of a FilmRecord, by a number elsewhere, then by title and year; or None.

    Without a year on either side, the title decides.
    """
    films = FilmPage.objects.defer_streamfields()
    numbers = Q()
    for name in UNIQUE_FACTS:
        if number := record.values.get(name):
            numbers |= Q(**{name: number})
    if numbers and (film := films.filter(numbers).order_by("pk").first()):
        return Duplicate(film, is_sure=True)
    for title in filter(None, (record.title, record.values.get("original_title"))):
        if film := without_trash(films).titled(title, record.year).order_by("-live", "pk").first():
            return Duplicate(film, is_sure=False)
    return None
