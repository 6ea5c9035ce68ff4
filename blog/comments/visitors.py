"""Telling visitors apart for a day without knowing who they are."""

import hashlib
import hmac
from datetime import timedelta

from django.utils import timezone

from .models import VisitorSalt

KEEP_SALTS = timedelta(hours=48)
WINDOW_SECONDS = 600


def hash_visitor(trait, now=None):
    """Return the day's hash of a visitor's trait (see blog.lib.http), or "" without a trait."""
    if not trait:
        return ""
    now = now or timezone.now()
    salt = VisitorSalt.objects.get_or_create(day=now.date())[0].salt
    return hmac.new(salt.encode(), trait.encode(), hashlib.sha256).hexdigest()


def get_submission_keys(trait, words, now=None):
    """Return the keys of the same words from the same visitor, in this window and the last one.

    words: str values that make two posts the same. Two windows of 10 minutes, so that a second
    click just past the edge of one is recognised.
    """
    now = now or timezone.now()
    earlier = now - timedelta(seconds=WINDOW_SECONDS)
    return [_make_key(trait, words, moment) for moment in (now, earlier)]


def forget_old_salts(now=None):
    """Delete the salts of days that began 48 hours ago; what they hashed means nothing then."""
    newest_old_day = ((now or timezone.now()) - KEEP_SALTS).date()
    return VisitorSalt.objects.filter(day__lte=newest_old_day).delete()[0]


def _make_key(trait, words, moment):
    window = str(int(moment.timestamp()) // WINDOW_SECONDS)
    parts = [window, hash_visitor(trait, moment), *words]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
