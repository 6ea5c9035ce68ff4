"""Wishes: dates of drafts on which nothing happens by itself."""

from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from .dates import lock_page, read_date, write_date
from .refusals import (
    Moved,
    MoveRefusedError,
    find_page,
    in_one_transaction,
    refuse_after_end,
    refuse_past,
    title_of,
    to_the_second,
)


@in_one_transaction
def plan(page, instant, by):
    """Wish a draft, or the update of a live page, for `instant`; return the Moved.

    Raises PermissionDenied, and MoveRefusedError for what is scheduled, has no draft, or would
    lie in the past.
    """
    instant = to_the_second(instant)
    found = find_page(page, by)
    refuse_past(found, instant)
    return set_wish(found, instant, by, "editorial.plan")


@in_one_transaction
def unplan(page, by):
    """Take the wish from a draft, which then lies on the shelf; return the Moved.

    Raises PermissionDenied and MoveRefusedError, as `plan` does.
    """
    return set_wish(find_page(page, by), None, by, "editorial.unplan")


def set_wish(page, instant, by, action):
    row = lock_page(page.pk)
    if row.revisions.filter(approved_go_live_at__isnull=False).exists():
        raise MoveRefusedError(_("“%(title)s” is scheduled meanwhile. Look again.") % title_of(row))
    was, draft = get_wish(row), row.latest_revision
    if instant:
        refuse_after_end(row, instant, draft.content.get("expire_at") if draft else row.expire_at)
    if was == instant:
        return Moved(row.pk, row.draft_title, was, instant)
    if draft:
        write_date(draft, "go_live_at", instant, is_latest=True)
    if not row.live:
        Page.objects.filter(pk=row.pk).update(go_live_at=instant)
    log(
        instance=page,
        action=action,
        user=by,
        data={"was": was and was.isoformat(), "now": instant and instant.isoformat()},
        revision=draft,
    )
    return Moved(row.pk, row.draft_title, was, instant)


def get_wish(page):
    """Return for when a page is wished, aware, or None; of a live page, its update.

    Raises MoveRefusedError for a live page without a draft: there is nothing to wish for.
    """
    if page.live and not page.has_unpublished_changes:
        raise MoveRefusedError(
            _("“%(title)s” is published, and no changes of it wait to be planned.") % title_of(page)
        )
    return read_date(page.latest_revision, "go_live_at") if page.live else page.go_live_at
