"""The notices that somebody may still read, and putting them away."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page
from wagtail.permissions import policy_registry

from ..models import EditorialNotice

KEEP_READ, KEEP_UNREAD = timedelta(days=90), timedelta(days=365)


def get_shown(user):
    """Return the notices of an account, the newest first.

    Without those of pages that it may no longer see: rights are taken away after the telling, too.
    """
    policy = policy_registry.get_by_type(Page)
    own = policy.instances_user_has_any_permission_for(user, {"change", "publish"})
    readable = Page.objects.live().public()
    may_be_read = Q(page=None) | Q(page__in=own.values("pk")) | Q(page__in=readable.values("pk"))
    return EditorialNotice.objects.filter(may_be_read, recipient=user)


def put_away(user, pk=None):
    """Take one notice, or all of them, from the desk of an account; return how many that were.

    Those of others are none of theirs, and what was put away before stays as it was.
    """
    notices = EditorialNotice.objects.unread().filter(recipient=user)
    if pk is not None:
        notices = notices.filter(pk=pk)
    return notices.update(read_at=timezone.now())


def delete_old_notices(now=None):
    """Delete what was put away, or left, long ago; return how many notices that were."""
    now = now or timezone.now()
    old = Q(read_at__lt=now - KEEP_READ) | Q(created_at__lt=now - KEEP_UNREAD)
    return EditorialNotice.objects.filter(old).delete()[0]
