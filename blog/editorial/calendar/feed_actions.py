"""The secret address of one's own calendar: made, renewed, revoked, opened."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from blog.lib.secret_tokens import hash_token, make_token

from ..models import CalendarFeed
from .rights import has_calendar

# Programs ask often; that they do at all is worth one write in a while.
NOTED_EVERY = timedelta(minutes=10)
LONGEST_TOKEN = 100


@transaction.atomic
def make_feed(user):
    """Return a new token for the calendar of `user`; the one before opens nothing any more.

    It is shown once: only its hash is kept.
    """
    token, token_hash = make_token()
    made = {"token_hash": token_hash, "created_at": timezone.now(), "last_read_at": None}
    CalendarFeed.objects.update_or_create(user=user, defaults=made)
    log(instance=user, action="editorial.make_feed", user=user)
    return token


@transaction.atomic
def revoke_feed(user):
    """Take the address away; return whether there was one."""
    deleted, _rows = CalendarFeed.objects.filter(user=user).delete()
    if deleted:
        log(instance=user, action="editorial.revoke_feed", user=user)
    return bool(deleted)


def open_feed(token):
    """Return the User whose calendar `token` opens, or None; rights are asked at each reading."""
    if len(token) > LONGEST_TOKEN:
        return None
    feeds = CalendarFeed.objects.select_related("user", "user__wagtail_userprofile")
    feed = feeds.filter(token_hash=hash_token(token)).first()
    if feed is None or not may_read(feed.user):
        return None
    now = timezone.now()
    if feed.last_read_at is None or now - feed.last_read_at > NOTED_EVERY:
        CalendarFeed.objects.filter(pk=feed.pk).update(last_read_at=now)
    return feed.user


def may_read(user):
    """Return whether `user` would still be let at the calendar."""
    return user.is_active and user.has_perm("wagtailadmin.access_admin") and has_calendar(user)
