"""What is known of visitors: a secret of the day, and how often somebody without a name came."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _


class VisitorSalt(models.Model):
    """One day's secret: without it a visitor hash is a number that means nothing."""

    day = models.DateField(_("day"), unique=True)
    salt = models.CharField(max_length=64, default=secrets.token_hex)

    class Meta:
        verbose_name = _("visitor salt")
        verbose_name_plural = _("visitor salts")
        default_permissions = ()

    def __str__(self):
        return str(self.day)


class RateCount(models.Model):
    """How many comments came under a key within a window of time; see checks/rates.py."""

    key = models.CharField(max_length=100)
    begins_at = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("rate count")
        verbose_name_plural = _("rate counts")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["key", "begins_at"], name="one_count_per_window")
        ]

    def __str__(self):
        return f"{self.key}: {self.count}"
