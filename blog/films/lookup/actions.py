"""Taking over what a source says: into a film of the library, or as a new one."""

from contextlib import contextmanager

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ..actions import FilmExistsError, get_library, may_add_film
from ..models import FilmIndexPage, FilmPage
from .compare import compare, fetch_people
from .duplicates import find_duplicate
from .facts import CREDITS, FACTS, POSTER
from .origins import remember
from .people import find_or_make_people
from .posters import PosterError, take_poster


class FilmChangedError(Exception):
    """Somebody saved the film since it was compared, or it is gone."""


class FactRefusedError(Exception):
    """A fact cannot be taken over. The message is a sentence."""


def add_film_from(record, *, user, is_another=False):
    """Return (new published film, list of warnings) made from a FilmRecord, its poster included.

    is_another: although a film of that title and year is there; one number is never given twice.
    Raises PermissionDenied; FilmExistsError when the library holds it; FactRefusedError.
    """
    if not may_add_film(user):
        raise PermissionDenied(f"User {user.pk} may not add films to the library.")
    refuse_duplicate(record, is_another)
    facts = [fact for fact in FACTS if fact.theirs(record)]
    # Before the transaction: a slow host must not hold the database.
    with _poster_of(record, facts, user) as (image, warnings), _refusals(), transaction.atomic():
        # Locked, so that of two who add the same film at once the second is told.
        library = FilmIndexPage.objects.select_for_update(of=("self",)).get(pk=get_library().pk)
        refuse_duplicate(record, is_another)
        film = FilmPage(title=record.title, owner=user, live=False)
        _fill(film, record, facts, image)
        film = library.add_child(instance=film)
        film.save_revision(user=user).publish(user=user, skip_permission_checks=True)
        film.refresh_from_db()
    return film, warnings


def refuse_duplicate(record, is_another):
    """Let a record pass that the library does not hold. Raises FilmExistsError."""
    found = find_duplicate(record)
    if found and (found.is_sure or not is_another):
        raise FilmExistsError(found.film)


def may_fill(film, user):
    """Return whether `user` may change the film now: allowed to, and nobody has locked it."""
    permissions = film.permissions_for_user(user)
    return permissions.can_edit() and not permissions.page_locked()


def fill_film(film, record, names, *, user, publish=False, revision_id=None):
    """Take over the facts called `names` into a new draft of `film`; return a list of warnings.

    publish: put the draft before readers too. revision_id: of the draft that was compared; one
    that is not the newest any more is refused.
    Raises PermissionDenied, FilmChangedError, FactRefusedError.
    """
    permissions = film.permissions_for_user(user)
    if not may_fill(film, user) or (publish and not permissions.can_publish()):
        raise PermissionDenied(f"User {user.pk} may not change film {film.pk} so.")
    facts = [fact for fact in FACTS if fact.name in set(names) and fact.theirs(record)]
    with _poster_of(record, facts, user) as (image, warnings), _refusals(), transaction.atomic():
        _save_filled(film.pk, record, facts, image, user, publish, revision_id)
    return warnings


def fill_empty(film, record, *, user):
    """Take over only what is empty; return a list of warnings.

    It is published when the user may and no other draft waits.
    """
    draft = film.get_latest_revision_as_object()
    names = [row.fact.name for row in compare(draft, record) if row.is_ticked]
    may_publish = film.permissions_for_user(user).can_publish()
    publish = film.live and not film.has_unpublished_changes and may_publish
    if not names:
        return []
    warnings = fill_film(film, record, names, user=user, publish=publish)
    if not publish:
        told = _("“%(film)s” was filled in a draft: readers see it when that is published.")
        warnings.append(told % {"film": draft})
    return warnings


def _save_filled(pk, record, facts, image, user, publish, revision_id):
    film = FilmPage.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if film is None or (revision_id is not None and film.latest_revision_id != revision_id):
        raise FilmChangedError
    draft = film.get_latest_revision_as_object()
    _fill(draft, record, facts, image)
    revision = draft.save_revision(user=user, log_action=True)
    if publish:
        revision.publish(user=user)


def _fill(film, record, facts, image):
    """Put the facts into `film`, in memory, and note where each came from."""
    fetch_people(film)
    missing = [c for fact in facts if fact in CREDITS for c in fact.missing(film, record)]
    people = find_or_make_people(missing)
    for fact in facts:
        if fact in CREDITS:
            fact.fill(film, record, people)
        elif fact is POSTER:
            if image is None:
                continue
            film.poster = image
        else:
            fact.fill(film, record)
        remember(film, fact, record)


@contextmanager
def _poster_of(record, facts, user):
    """Yield (image or None, list of warnings); the image goes again when nothing comes of it."""
    image, warnings = None, []
    if POSTER in facts:
        try:
            image = take_poster(record, user=user)
        except PosterError as error:
            warnings.append(str(error))
    try:
        yield image, warnings
    except Exception:
        if image:
            image.delete()
        raise


@contextmanager
def _refusals():
    """Turn what the database or a field refuses into FactRefusedError, with a sentence."""
    try:
        yield
    except ValidationError as error:
        raise FactRefusedError(" ".join(error.messages)) from error
    except IntegrityError as error:
        raise FactRefusedError(_("Another film was given this number just now.")) from error
