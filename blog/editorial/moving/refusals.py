"""What is refused before anything moves, each in a sentence for the person."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.locks import ScheduledForPublishLock
from wagtail.models import Page

from blog.lib.trash import is_in_trash

TRIES = 3


class MoveRefusedError(Exception):
    """Nothing was moved. Its text is a whole sentence for the person who asked."""


@dataclass(frozen=True)
class Moved:
    """What was done to a page. was, now: aware datetimes, None where there is no time."""

    page_id: int
    title: str
    was: datetime | None
    now: datetime | None


def in_one_transaction(action):
    """Run `action` in a transaction, and again when the database gave way to a rival.

    An editor that saves itself takes the page first and its version second, the timer the other
    way round: PostgreSQL then ends one of the two.
    """

    @wraps(action)
    def run(*args, **kwargs):
        for left in reversed(range(TRIES)):
            try:
                with transaction.atomic():
                    return action(*args, **kwargs)
            except OperationalError:
                if not left or transaction.get_connection().in_atomic_block:
                    raise
        return None

    return run


def find_page(page, by, *, publishing=False):
    """Return the page as it stands now, of its own type, if `by` may move it.

    publishing: what is asked for changes what readers will see.
    Raises PermissionDenied, and MoveRefusedError when it is gone or locked.
    """
    found = Page.objects.filter(pk=page.pk).select_related("latest_revision").first()
    if found is None or is_in_trash(found):
        raise MoveRefusedError(
            _("“%(title)s” was deleted meanwhile.") % {"title": page.draft_title or page.title}
        )
    found = found.specific_deferred
    rights = found.permissions_for_user(by)
    if not rights.can_edit() or (publishing and not rights.can_publish()):
        raise PermissionDenied(f"User {by.pk} may not move page {page.pk}.")
    lock = found.get_lock()
    if lock and not isinstance(lock, ScheduledForPublishLock) and lock.for_user(by):
        raise MoveRefusedError(
            _("“%(title)s” is locked, so its date cannot be changed.") % title_of(found)
        )
    return found


def refuse_past(page, instant):
    """Raise MoveRefusedError unless `instant` is still to come."""
    if instant <= timezone.now():
        raise MoveRefusedError(
            _("That time has passed. Choose one in the future for “%(title)s”.") % title_of(page)
        )


def refuse_after_end(page, instant, end):
    """Raise MoveRefusedError when the page would end before it begins. end: aware, ISO or None."""
    end = parse_datetime(end) if isinstance(end, str) else end
    if end and end <= instant:
        raise MoveRefusedError(
            _("“%(title)s” would be taken down before it appears. Move its end first.")
            % title_of(page)
        )


def title_of(page):
    return {"title": page.draft_title or page.title}


def to_the_second(instant):
    """Return `instant` in UTC as a form would give it, so that what is stored twice is equal."""
    return instant.astimezone(UTC).replace(microsecond=0)
