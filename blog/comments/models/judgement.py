"""What was decided about a comment, when, by whom or by which rules; so that it can be undone."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .comment import Comment

UNDO_SECONDS = 30  # how long a decision can be taken back; mails about it wait as long


class Judgement(models.Model):
    """One move of a comment from a state to another. The audit log tells people the same."""

    class How(models.TextChoices):
        RULES = "rules", _("By the rules")  # when it was sent in
        PERSON = "person", _("By a person")
        PROOF = "proof", _("Because its address was proved")
        MAIL = "mail", _("By a person, from a mail")
        UNDO = "undo", _("Taken back")

    comment = models.ForeignKey(
        Comment, on_delete=models.CASCADE, related_name="judgements", verbose_name=_("comment")
    )
    how = models.CharField(_("how"), max_length=10, choices=How.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    from_status = models.CharField(
        _("from"), max_length=10, choices=Comment.Status.choices, blank=True
    )
    to_status = models.CharField(_("to"), max_length=10, choices=Comment.Status.choices)
    # Whether readers had seen it before: undoing an approval must know.
    was_published = models.BooleanField(default=False)
    reasons = models.JSONField(_("why"), default=list, blank=True)
    created_at = models.DateTimeField(_("decided"), default=timezone.now)
    undone_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("decision about a comment")
        verbose_name_plural = _("decisions about comments")
        default_permissions = ()
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["by", "created_at"], name="judgements_of_a_person")]

    def __str__(self):
        return f"{self.comment_id}: {self.from_status} → {self.to_status}"
