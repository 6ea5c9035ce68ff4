"""What the journal knows of spam: rules that people wrote, and words that decisions taught."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class WordRule(models.Model):
    """A word, a link's host or a pattern that keeps a comment back; see checks/words.py."""

    class Kind(models.TextChoices):
        WORD = "word", _("Word or words, whole")
        HOST = "host", _("Address of a site in a link")
        PATTERN = "pattern", _("Pattern (regular expression)")

    class Action(models.TextChoices):
        HOLD = "hold", _("Hold: a person reads it first")
        REJECT = "reject", _("Reject: kept for 30 days, not shown")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.WORD)
    words = models.CharField(_("what to look for"), max_length=200)
    action = models.CharField(
        _("what then"), max_length=10, choices=Action.choices, default=Action.HOLD
    )
    is_active = models.BooleanField(_("in use"), default=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("word rule")
        verbose_name_plural = _("word rules")
        ordering = ["kind", "words"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "words"], name="one_rule_for_the_same_words")
        ]

    def __str__(self):
        return self.words


class SpamToken(models.Model):
    """In how many comments that people judged a token stood.

    The row whose token is empty counts the comments themselves.
    """

    token = models.CharField(max_length=64, unique=True)
    spam = models.PositiveIntegerField(default=0)
    ham = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("spam token")
        verbose_name_plural = _("spam tokens")
        default_permissions = ()

    def __str__(self):
        return self.token
