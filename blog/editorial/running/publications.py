"""The row of each publication, written where it happens: what readers saw before, who and when."""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context, log, registry
from wagtail.models import Page

from blog.scheduling.models import ListingMixin

from ..models import Publication
from ..signals import page_announced, publication_held
from .dates import write_content

# What came later than this is announced to nobody until somebody says yes.
LATEST_ANNOUNCEMENT = timedelta(hours=24)
# The second one is a move in the calendar.
SCHEDULING_ACTIONS = ["wagtail.publish.schedule", "editorial.reschedule"]

_intended_at = ContextVar("the time for which a timed publication was planned", default=None)


@contextmanager
def publishing_for(moment):
    """Have what is published inside be a timed publication that was planned for `moment`."""
    token = _intended_at.set(moment)
    try:
        yield
    finally:
        _intended_at.reset(token)


def remember_before(page):
    """Note on a page that is about to be saved as live what its row says until now."""
    before = Page.objects.filter(pk=page.pk).values(
        "live", "live_revision_id", "first_published_at", "last_published_at"
    )
    page.__dict__["row_before_publication"] = before.first() or {}


def note_publication(page, revision):
    """Write the Publication of a page that was just published, and announce a first one.

    page: specific, live, saved since `remember_before`. It is all part of the caller's transaction.
    Returns the Publication.
    """
    before = page.__dict__.pop("row_before_publication", {})
    intended_at, now = _intended_at.get(), timezone.now()
    by = get_scheduling(page, revision)[0] if intended_at else get_active_log_context().user
    with transaction.atomic():
        was_live = before.get("live", False)
        is_first = not was_live and not was_seen(page, before, intended_at)
        publication = Publication.objects.create(
            page_id=page.pk,
            revision=revision,
            replaced_id=before.get("live_revision_id") if was_live else None,
            first_published_before=get_first_before(before, intended_at),
            last_published_before=before.get("last_published_at"),
            was_live=was_live,
            is_first=is_first,
            intended_at=intended_at,
            published_at=now,
            published_by=by or (revision and revision.user),
            announcement=choose_announcement(page, is_first, intended_at, now),
        )
        if isinstance(page, ListingMixin) and page.returns_to_top:
            # What appears for the first time is at the top anyhow, and has its date.
            bring_to_top(
                page, revision, page.first_published_at if is_first else intended_at or now
            )
        if publication.announcement == Publication.Announcement.DONE:
            page_announced.send(type(page), page=page, publication=publication)
        elif publication.announcement == Publication.Announcement.HELD:
            publication_held.send(Publication, publication=publication)
    return publication


def was_seen(page, before, intended_at):
    """Tell whether readers have seen the page before; what was taken back does not count."""
    earlier = Publication.objects.filter(page_id=page.pk).values_list("is_first", "undone_at")
    if any(undone_at is None for _first, undone_at in earlier):
        return True
    if any(is_first for is_first, _undone_at in earlier):
        return False
    return get_first_before(before, intended_at) is not None


def get_first_before(before, intended_at):
    """Return the date of a page before it was published, None for a page without one."""
    first = before.get("first_published_at")
    # The timer has just written the intended time there, where nothing stood.
    return None if first == intended_at else first


def choose_announcement(page, is_first, intended_at, now):
    """Return what becomes of the announcement of a publication."""
    kinds = Publication.Announcement
    if not is_first:
        return kinds.NONE
    if page.expire_at and page.expire_at <= now:
        return kinds.DECLINED  # it is over before anybody could come
    if now - (intended_at or page.first_published_at) <= LATEST_ANNOUNCEMENT:
        return kinds.DONE
    # What somebody published by hand under an old date is brought from elsewhere, and no news.
    return kinds.HELD if intended_at else kinds.NONE


def bring_to_top(page, revision, moment):
    """Give an essay that is to be shown as new the date `moment`, this once."""
    page.first_published_at, page.returns_to_top = moment, False
    type(page)._base_manager.filter(pk=page.pk).update(
        first_published_at=moment, returns_to_top=False
    )
    # A revision's own date would win over the row's when it is published.
    changes = {"first_published_at": moment.isoformat(), "returns_to_top": False}
    for known in {revision, page.latest_revision} - {None}:
        write_content(known, changes)


def get_scheduling(target, revision):
    """Return who scheduled `revision` of a page or snippet (None if unknown), and when."""
    entry = (
        registry.get_logs_for_instance(target)
        .filter(action__in=SCHEDULING_ACTIONS, revision_id=revision.pk)
        .select_related("user")
        .order_by("-timestamp", "-pk")
        .first()
    )
    return (entry.user, entry.timestamp) if entry else (None, revision.created_at)


def announce(publication, by):
    """Announce a publication that came late and waited for a yes; a second yes changes nothing.

    Raises PermissionDenied when `by` may not publish the page, ValueError when it is not live.
    """
    page = decide(publication, by, Publication.Announcement.DONE, "editorial.announce")
    return page is not None


def decline(publication, by):
    """Leave a late publication unannounced for good; a second no changes nothing.

    Raises PermissionDenied when `by` may not publish the page.
    """
    page = decide(publication, by, Publication.Announcement.DECLINED, "editorial.decline")
    return page is not None


def decide(publication, by, announcement, action):
    """Settle a held announcement once; return the page, or None when it was settled before."""
    page = publication.page.specific
    if not page.permissions_for_user(by).can_publish():
        raise PermissionDenied(_("You may not publish this page."))
    is_yes = announcement == Publication.Announcement.DONE
    if is_yes and not page.live:
        raise ValueError(_("The page is not published any more, so there is nothing to announce."))
    with transaction.atomic():
        if (
            not Publication.objects.held()
            .filter(pk=publication.pk)
            .update(announcement=announcement)
        ):
            return None
        publication.announcement = announcement
        log(instance=page, action=action, user=by)
        if is_yes:
            page_announced.send(type(page), page=page, publication=publication)
    return page
