"""What puts an evening into the diary."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from blog.accounts.actions import ensure_author

from ..models import FilmPage, Viewing


class FilmGoneError(Exception):
    """The film was deleted while the entry was being written."""


class NotedAlreadyError(Exception):
    """The same form noted something else before: see `viewing`."""

    def __init__(self, viewing):
        super().__init__(f"This form was sent before and noted viewing {viewing.pk}.")
        self.viewing = viewing


def may_add_viewing(user):
    """Return whether `user` may write in the diary."""
    return policy_registry.get_by_type(Viewing).user_has_permission(user, "add")


def note_viewing(*, user, film, key: UUID, is_rewatch=None, **fields):
    """Put a viewing of `film` into the diary of `user` and return it.

    key: of the form; sent again with the same words, the viewing that it made is returned.
    is_rewatch: None lets the diary say whether the film was seen before.
    Raises PermissionDenied; FilmGoneError; NotedAlreadyError when a form that was sent before
    comes again with other words.
    """
    if not may_add_viewing(user):
        raise PermissionDenied(f"User {user.pk} may not write in the diary.")
    with transaction.atomic():
        # Locked, so that a form sent twice at once waits here for itself, and a film that is
        # being deleted is either gone or stays.
        if not lock_films(FilmPage.objects.filter(pk=film.pk)):
            raise FilmGoneError
        author = ensure_author(user)
        fields |= {"film_id": film.pk, "author_id": author.pk}
        if noted := Viewing.objects.filter(submission_key=key).first():
            return _same_or_refuse(noted, fields, is_rewatch)
        if is_rewatch is None:
            is_rewatch = find_earlier(film, author, fields.get("watched_on")).exists()
        viewing = Viewing.objects.create(submission_key=key, is_rewatch=is_rewatch, **fields)
        log(instance=viewing, action="wagtail.create", user=user)
    return viewing


def lock_films(films):
    """Lock these films until the end of the transaction; return the numbers of those there."""
    return list(films.select_for_update(of=("self",)).order_by().values_list("pk", flat=True))


def find_earlier(film, author, day=None):
    """Return the viewings of `film` by `author` that were before `day`, a date or None, or may be.

    An evening nobody signed counts too: it came with an import.
    """
    own = Viewing.objects.filter(Q(author=author) | Q(author=None), film=film)
    return own.filter(Q(watched_on=None) | Q(watched_on__lte=day)) if day else own


def _same_or_refuse(noted, fields, is_rewatch):
    is_same = all(getattr(noted, name) == value for name, value in fields.items())
    if is_same and is_rewatch in (None, noted.is_rewatch):
        return noted
    raise NotedAlreadyError(noted)
