"""What the timed work remembers: its last sign of life, and what failed."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import ATTENTION_AFTER, HeartbeatQuerySet, ScheduleAttemptQuerySet


class Heartbeat(models.Model):
    """The last sign of life of a timed loop; any process may write it."""

    name = models.CharField(_("name"), max_length=40, unique=True)
    beaten_at = models.DateTimeField(_("last sign of life"))

    objects = HeartbeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("heartbeat")
        verbose_name_plural = _("heartbeats")

    def __str__(self):
        return self.name


class ScheduleAttempt(models.Model):
    """A publication or expiry that is due and failed; it goes when the item succeeds.

    The schedule itself stays where Wagtail keeps it, so nothing is lost with this row.
    """

    class Kind(models.TextChoices):
        PUBLISH = "publish", _("Publication")
        EXPIRE = "expire", _("Expiry")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(_("object id"), max_length=255)
    due_at = models.DateTimeField(_("due at"))
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    last_tried_at = models.DateTimeField(_("last tried at"))
    next_try_at = models.DateTimeField(_("next try at"))
    last_error = models.TextField(_("what went wrong"), blank=True)

    objects = ScheduleAttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("failed schedule")
        verbose_name_plural = _("failed schedules")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "content_type", "object_id"],
                name="one_attempt_row_for_each_schedule",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.content_type_id}/{self.object_id}"

    @property
    def needs_attention(self):
        """Whether every quick retry failed too, so that a person has to look."""
        return self.attempts >= ATTENTION_AFTER
