"""Rows of the timed work: signs of life, and schedules that failed."""

from django.db import models
from django.utils import timezone


class HeartbeatQuerySet(models.QuerySet):
    def beat(self, name="timer"):
        """Note that the timed work called `name` is alive now."""
        self.update_or_create(name=name, defaults={"beaten_at": timezone.now()})

    def seconds_since_last(self, name="timer"):
        """Return the seconds since the last sign of life as a float; None when there was none."""
        last = self.filter(name=name).values_list("beaten_at", flat=True).first()
        return None if last is None else (timezone.now() - last).total_seconds()


class ScheduleAttemptQuerySet(models.QuerySet):
    def of(self, item):
        """The row of one due item, if it has failed before."""
        return self.filter(kind=item.kind, content_type=item.content_type, object_id=item.object_id)

    def resting(self, now):
        """Failed items whose next try is still to come."""
        return self.filter(next_try_at__gt=now)
