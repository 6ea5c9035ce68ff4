"""Mails as rows: one exists exactly when the change that caused it was committed."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .querysets import MOST_REFUSALS, MailQuerySet, MailStopQuerySet


class Mail(models.Model):
    """One mail to one address; `queue_mail` makes it and a task sends it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Could not be sent")
        CANCELLED = "cancelled", _("Cancelled")

    dedupe_key = models.CharField(_("key"), max_length=200)
    kind = models.CharField(_("kind"), max_length=40)
    about = models.CharField(_("about"), max_length=60, blank=True, db_index=True)
    recipient = models.EmailField(_("recipient"))
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    headers = models.JSONField(_("headers"), default=dict, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    not_before = models.DateTimeField(_("next try"), default=timezone.now)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    claimed_at = models.DateTimeField(_("claimed"), null=True, blank=True)
    claimed_by = models.CharField(_("claimed by"), max_length=64, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    last_error = models.TextField(_("what went wrong"), blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-created_at", "-pk"]
        permissions = [("manage_mail", "Can see mails and send them again")]
        default_permissions = ()
        indexes = [
            models.Index(fields=["state", "not_before"], name="mail_by_state_and_time"),
            models.Index(Lower("recipient"), name="mail_by_recipient"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["dedupe_key"], name="one_mail_for_each_key"),
            models.CheckConstraint(
                condition=~Q(dedupe_key="") & ~Q(recipient="") & ~Q(kind=""),
                name="mails_have_a_key_a_kind_and_a_recipient",
            ),
            models.CheckConstraint(
                condition=Q(state="sending", claimed_at__isnull=False) & ~Q(claimed_by="")
                | ~Q(state="sending") & Q(claimed_at__isnull=True, claimed_by=""),
                name="mails_being_sent_and_no_others_are_claimed",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | ~Q(state="sent") & Q(sent_at__isnull=True),
                name="sent_mails_and_no_others_have_a_date",
            ),
            models.CheckConstraint(
                condition=~Q(state="failed") | ~Q(last_error=""),
                name="failed_mails_say_why",
            ),
        ]

    def __str__(self):
        return self.subject

    @property
    def is_waiting(self):
        return self.state == self.State.WAITING

    @property
    def is_retriable(self):
        """Whether a person may send it again now; `MailQuerySet.retriable` says the same."""
        return self.state == self.State.FAILED or (self.is_waiting and self.attempts > 0)


class MailStop(models.Model):
    """An address that mail servers refused, and how often in turn; a delivery forgets it."""

    recipient = models.EmailField(_("recipient"))
    refusals = models.PositiveSmallIntegerField(_("refusals"), default=0)
    refused_at = models.DateTimeField(_("last refused"), default=timezone.now)
    last_error = models.TextField(_("what the server said"), blank=True)

    objects = MailStopQuerySet.as_manager()

    class Meta:
        verbose_name = _("refused address")
        verbose_name_plural = _("refused addresses")
        ordering = ["-refused_at"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["recipient"], name="one_stop_for_each_address"),
            models.CheckConstraint(
                condition=Q(recipient=Lower("recipient")) & ~Q(recipient=""),
                name="stopped_addresses_are_in_small_letters",
            ),
        ]

    def __str__(self):
        return self.recipient

    @property
    def is_in_force(self):
        """Whether nothing more is queued to it; `MailStopQuerySet.in_force` says the same."""
        return self.refusals >= MOST_REFUSALS
