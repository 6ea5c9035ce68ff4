"""Ends: when a page is taken down, or leaves the lists."""

from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from .dates import lock_page, read_date, write_date
from .refusals import (
    Moved,
    MoveRefusedError,
    find_page,
    in_one_transaction,
    refuse_past,
    title_of,
    to_the_second,
)


@in_one_transaction
def move_end(page, instant, by):
    """Have a live or scheduled page end at `instant`; return the Moved.

    Conditional on the end that stands, as the timer's claim is. Raises PermissionDenied, and
    MoveRefusedError when it ended meanwhile, has no end, or would end before it begins.
    """
    instant = to_the_second(instant)
    found = find_page(page, by, publishing=True)
    refuse_past(found, instant)
    was = found.expire_at
    versions = get_versions(found)
    begins = [revision.approved_go_live_at for revision in versions if revision.approved_go_live_at]
    if was is None or not (found.live or begins):
        raise MoveRefusedError(_("“%(title)s” has no end any more.") % title_of(found))
    if begins and instant <= begins[0]:
        raise MoveRefusedError(
            _("“%(title)s” would be taken down before it appears. Choose a later end.")
            % title_of(found)
        )
    if not Page.objects.filter(pk=found.pk, expire_at=was).update(expire_at=instant):
        raise MoveRefusedError(
            _("The end of “%(title)s” was changed meanwhile. Look again.") % title_of(found)
        )
    row = lock_page(found.pk)
    for revision in versions:
        if read_date(revision, "expire_at") == was:
            is_latest = revision.pk == row.latest_revision_id
            write_date(revision, "expire_at", instant, is_latest=is_latest)
    log(
        instance=found,
        action="editorial.move_end",
        user=by,
        data={"was": was.isoformat(), "now": instant.isoformat()},
        revision=found.live_revision,
    )
    return Moved(found.pk, found.draft_title, was, instant)


def get_versions(page):
    """Return the revisions that matter: what readers see, what is scheduled, the newest draft."""
    scheduled = page.revisions.filter(approved_go_live_at__isnull=False)
    known = Revision.objects.filter(pk__in={page.live_revision_id, page.latest_revision_id})
    return {*scheduled, *known}
