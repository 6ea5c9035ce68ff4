"""Which publications somebody can take back now."""

from django.utils import timezone
from wagtail.models import Page
from wagtail.permissions import policy_registry

from ..models import Publication
from .refusals import UNDO_FOR, seconds_left, why_not


def get_undoable(user, now=None):
    """Return the newest Publications that `user` may take back, each with `minutes_left`.

    What nobody published by hand or scheduled, as a journal's first pages, stays out.
    """
    now = now or timezone.now()
    rows = list(
        Publication.objects.standing()
        .filter(published_at__gt=now - UNDO_FOR, page__live=True)
        .exclude(published_by=None, intended_at=None)
        .select_related("page", "page__content_type", "published_by", "replaced")[:50]
    )
    if not rows:
        return []
    policy = policy_registry.get_by_type(Page)
    pages = policy.instances_user_has_any_permission_for(user, {"publish"})
    allowed = set(pages.filter(pk__in={row.page_id for row in rows}).values_list("pk", flat=True))
    newest = {}
    for row in rows:
        newest.setdefault(row.page_id, row)
    found = [row for pk, row in newest.items() if pk in allowed and is_undoable(row, now)]
    for row in found:
        row.minutes_left = max(1, seconds_left(row, now) // 60)
    return found


def is_undoable(row, now):
    """Return whether the newest standing publication of its page can be taken back."""
    is_shown = row.page.live_revision_id == row.revision_id
    return is_shown and bool(seconds_left(row, now)) and (row.replaced or not row.was_live)


def get_undoable_of(page, user):
    """Return the Publication of `page` that `user` may take back now, or None."""
    row = Publication.objects.standing().filter(page_id=page.pk).first()
    if row is None or not seconds_left(row):
        return None
    if not page.permissions_for_user(user).can_publish():
        return None
    return None if why_not(row, Page.objects.get(pk=page.pk).specific) else row
