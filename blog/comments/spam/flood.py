"""The one notice of a flood: many times more comments than usual."""

from datetime import timedelta

from django.utils import timezone

from ..models import Notice, RateCount
from ..notices.writing import tell_moderators
from ..reasons import FLOOD
from .counting import begin_window

HOUR = 3600
TOLD = "flood told"


def tell_of_flood(comment):
    """Have the moderators told, in the transaction that stores the first comment of a flood.

    A flood that goes on through the next hours is the same one.
    """
    if not any(reason["code"] == FLOOD for reason in comment.reasons):
        return
    this_hour = begin_window(HOUR, timezone.now())
    _row, is_first = RateCount.objects.get_or_create(
        key=TOLD, begins_at=this_hour, defaults={"count": 1}
    )
    hour_before = this_hour - timedelta(seconds=HOUR)
    if is_first and not RateCount.objects.filter(key=TOLD, begins_at=hour_before).exists():
        tell_moderators(comment, Notice.Kind.FLOOD)
