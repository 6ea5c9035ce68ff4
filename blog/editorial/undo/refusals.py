"""When a publication can be taken back, and why one cannot."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from blog.lib.trash import is_in_trash

from ..models import Publication

UNDO_FOR = timedelta(minutes=10)


class UndoRefusedError(ValueError):
    """The words are a whole sentence for the person who asked."""


def seconds_left(publication, now=None):
    """Return for how many seconds a publication can still be taken back, 0 when it is too late."""
    left = publication.published_at + UNDO_FOR - (now or timezone.now())
    return max(0, int(left.total_seconds()))


def why_not(publication, page, now=None):
    """Return the sentence that says why a publication cannot be taken back, or "" when it can.

    page: the row as it is now, specific.
    """
    if not seconds_left(publication, now):
        return _("More than ten minutes have passed, so it cannot be taken back any more.")
    if is_in_trash(page):
        return _("The page lies in the trash.")
    standing = Publication.objects.standing().filter(page_id=page.pk)
    if standing.exclude(pk=publication.pk).filter(pk__gt=publication.pk).exists():
        return _("Something newer was published since; take that back first.")
    if not page.live or page.live_revision_id != publication.revision_id:
        return _("Readers do not see that version any more.")
    if publication.was_live:
        return why_not_the_version_before(publication, page)
    return ""


def why_not_the_version_before(publication, page):
    """Return why readers cannot have the version before, or ""."""
    if publication.replaced is None:
        return _("The version before it was not kept.")
    slug = publication.replaced.content.get("slug") or page.slug
    if slug != page.slug and not page._slug_is_available(slug, page.get_parent(), page):
        return _("Another page has its old address by now.")
    return ""
