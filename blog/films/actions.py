"""What changes the library."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from blog.lib.trash import without_trash

from .models import FilmIndexPage, FilmPage


class FilmExistsError(Exception):
    """The library seems to hold the film already: see `film`."""

    def __init__(self, film):
        super().__init__(f"{film} is in the library as page {film.pk}.")
        self.film = film


def get_library():
    """Return the FilmIndexPage that new films stand under, or None before it was made."""
    return FilmIndexPage.objects.order_by("path").first()


def may_add_film(user):
    """Return whether `user` may add films to the library."""
    library = get_library()
    return bool(library and library.permissions_for_user(user).can_add_subpage())


def add_film(*, title, year=None, user, is_another=False):
    """Add a published film by title and year and return it.

    is_another: add it even if the library holds a film of that title. Readers see the page at
    once, so that its card works in the essay being written.
    Raises PermissionDenied; FilmExistsError when the library seems to hold it.
    """
    if not may_add_film(user):
        raise PermissionDenied(f"User {user.pk} may not add films to the library.")
    with transaction.atomic():
        # Locked, so that of two who add the same film at once the second is told.
        library = FilmIndexPage.objects.select_for_update(of=("self",)).get(pk=get_library().pk)
        existing = without_trash(FilmPage.objects.child_of(library)).titled(title, year).first()
        if existing and not is_another:
            raise FilmExistsError(existing)
        film = library.add_child(instance=FilmPage(title=title, year=year, owner=user, live=False))
        film.save_revision(user=user).publish(user=user, skip_permission_checks=True)
        film.refresh_from_db()
    return film
