"""Rows of the timed work and of the desk."""

from django.db import models
from django.utils import timezone

from blog.lib.trash import IN_PATH

# The first try and four more, after 1, 5, 15 and 60 minutes.
ATTENTION_AFTER = 5


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
        """Failed items whose next try is still to come.

        One that was last tried in the future rests no more: the clock was set back since, and it
        might rest for years.
        """
        return self.filter(next_try_at__gt=now, last_tried_at__lte=now)

    def needing_attention(self):
        """Those whose quick retries all failed too, the longest due first."""
        return self.filter(attempts__gte=ATTENTION_AFTER).order_by("due_at", "pk")


class PublicationQuerySet(models.QuerySet):
    def standing(self):
        """Those that were not taken back, the newest first."""
        return self.filter(undone_at=None).order_by("-published_at", "-pk")

    def held(self):
        """Those that came too late to be announced without a yes, the oldest first."""
        return self.filter(announcement="held", undone_at=None).order_by("published_at", "pk")


class PreviewLinkQuerySet(models.QuerySet):
    def open(self, now=None):
        """Links that show their page now."""
        return self.filter(revoked_at=None, expires_at__gt=now or timezone.now())


# Of an idea: none was made, or it is deleted, or it lies in the trash.
HAS_NO_DRAFT = models.Q(post=None) | models.Q(post__url_path__contains=IN_PATH)


class PostIdeaQuerySet(models.QuerySet):
    def waiting(self):
        """Ideas of which no draft stands."""
        return self.filter(HAS_NO_DRAFT)

    def planned(self):
        """Ideas with a day, the earliest first."""
        return self.filter(planned_on__isnull=False).order_by("planned_on", "pk")

    def undated(self):
        """Ideas without a day, the newest first."""
        return self.filter(planned_on=None)


class EditorialNoticeQuerySet(models.QuerySet):
    def unread(self):
        """What its recipient has not put away yet."""
        return self.filter(read_at=None)


class TrashedPageQuerySet(models.QuerySet):
    def before(self, moment):
        """Pages that were deleted before a moment, the oldest first."""
        return self.filter(trashed_at__lt=moment).order_by("trashed_at", "pk")
