"""Who comments: one row for each e-mail address that was ever typed into the form."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..querysets import CommenterQuerySet


class Commenter(models.Model):
    """A reader by their e-mail address, proved or only typed.

    Whether comments of theirs need no reading is computed: see commenters/trust.py.
    """

    # Lower case and without spaces around it: the form in which addresses are compared.
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=80, blank=True, help_text=_("The last one used."))
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="other_addresses",
        verbose_name=_("the same person as"),
    )
    created_at = models.DateTimeField(_("first seen"), default=timezone.now)
    proved_at = models.DateTimeField(_("address proved"), null=True, blank=True)
    proof_mailed_at = models.DateTimeField(_("proof asked for"), null=True, blank=True)
    proof_denied_at = models.DateTimeField(
        _("“this wasn’t me”"), null=True, blank=True, help_text=_("No proof is asked for since.")
    )
    # The claim of who mails: between two mails about comments lie some minutes.
    noticed_at = models.DateTimeField(_("last mail about comments"), null=True, blank=True)
    trust_revoked_at = models.DateTimeField(_("trust taken back"), null=True, blank=True)
    banned_at = models.DateTimeField(_("banned"), null=True, blank=True)
    ban_told_at = models.DateTimeField(_("told of the ban"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("Only moderators read this."))
    mail_stopped_at = models.DateTimeField(_("wants no mail"), null=True, blank=True)
    # Raised to make every device that was remembered a stranger again.
    device_version = models.PositiveIntegerField(default=1, editable=False)

    objects = CommenterQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("commenter")
        verbose_name_plural = _("commenters")
        default_permissions = ()
        ordering = ["email"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(pk=models.F("merged_into")),
                name="nobody_is_merged_into_themselves",
            )
        ]

    def __str__(self):
        return self.name or self.email

    @property
    def is_proved(self):
        return self.proved_at is not None

    @property
    def is_banned(self):
        return self.banned_at is not None
