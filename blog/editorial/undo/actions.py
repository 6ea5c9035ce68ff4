"""Taking the last publication of a page back."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from ..models import Publication
from ..running.dates import write_content
from ..signals import publication_undone
from .refusals import UndoRefusedError, why_not
from .showing import show_again


def undo_publication(publication, by):
    """Show readers what they saw before a publication, and return the page.

    What was published stays as the newest draft. Without a version before, the page is taken
    down. A second time returns None.
    Raises PermissionDenied when `by` may not publish the page, UndoRefusedError when it is too
    late.
    """
    page = publication.page.specific
    if not page.permissions_for_user(by).can_publish():
        raise PermissionDenied(_("You may not publish this page."))
    with transaction.atomic():
        page = Page.objects.select_for_update().get(pk=page.pk).specific
        publication = Publication.objects.get(pk=publication.pk)
        if publication.undone_at:
            return None
        if reason := why_not(publication, page):
            raise UndoRefusedError(reason)
        Publication.objects.filter(pk=publication.pk).update(undone_at=timezone.now())
        put_dates_back(publication, page)
        if publication.was_live:
            page = show_version_before(publication, page)
        else:
            take_down(page, by)
        publication_undone.send(type(page), page=page, publication=publication)
        log(instance=page, action="editorial.undo", user=by, revision=publication.revision)
    return page


def put_dates_back(publication, page):
    """Give a page, and the versions that will be published next, the dates of before."""
    first = publication.first_published_before
    if publication.is_first and first == publication.intended_at:
        first = None  # the timer wrote the intended date before it published
    was_brought_to_top = not publication.is_first and page.first_published_at != first
    page.first_published_at = first
    page.last_published_at = publication.last_published_before
    changes = {"first_published_at": first and first.isoformat()}
    if was_brought_to_top:
        changes["returns_to_top"] = True  # as its author wants it, whenever it is published
    numbers = {page.latest_revision_id, publication.revision_id}
    for revision in Revision.objects.filter(pk__in=numbers - {None}):
        write_content(revision, changes)


def show_version_before(publication, page):
    """Save the version that readers saw before as what they see, and return it."""
    version = publication.replaced.as_object()
    version.first_published_at = page.first_published_at
    version.last_published_at = page.last_published_at
    has_newer_draft = page.latest_revision_id != publication.replaced_id
    show_again(version, publication.replaced, has_newer_draft)
    return version


def take_down(page, by):
    """Unpublish a page that readers had not seen before; what is scheduled stays so."""
    schedules = dict(
        page.revisions.filter(approved_go_live_at__isnull=False).values_list(
            "pk", "approved_go_live_at"
        )
    )
    page.unpublish(user=by, log_action=False)
    for pk, moment in schedules.items():
        Revision.objects.filter(pk=pk).update(approved_go_live_at=moment)
