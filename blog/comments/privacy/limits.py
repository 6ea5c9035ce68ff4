"""How often somebody may ask for a mail, counted without knowing who they are."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..models import RateCount
from ..visitors import hash_visitor

HOUR_SECONDS = 3600
MOST_ASKED_BY_VISITOR = 5  # an hour, whatever the addresses
MOST_MAILED_TO_ADDRESS = 1  # an hour, whoever asks


def may_ask(visitor_trait):
    """Return whether this visitor may ask once more; it counts."""
    return _count(f"ask by {hash_visitor(visitor_trait)}") <= MOST_ASKED_BY_VISITOR


def may_mail(address):
    """Return whether this address may be mailed once more; it counts."""
    return _count(f"ask for {hash_visitor(address)}") <= MOST_MAILED_TO_ADDRESS


def _count(key):
    """Return how often this was done in this hour, with this time."""
    now = int(timezone.now().timestamp())
    begins_at = datetime.fromtimestamp(now - now % HOUR_SECONDS, tz=timezone.get_current_timezone())
    with transaction.atomic():
        RateCount.objects.get_or_create(key=key, begins_at=begins_at)
        counts = RateCount.objects.filter(key=key, begins_at=begins_at)
        counts.update(count=F("count") + 1)
        return counts.values_list("count", flat=True).get()
