"""What readers say about others' comments."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class Report(models.Model):
    """A reader's word that a comment should not stand: it raises it in the queue, no more."""

    class Reason(models.TextChoices):
        RUDE = "rude", _("It is hurtful or rude")
        SPAM = "spam", _("It is advertising")
        SPOILER = "spoiler", _("It gives the film away")
        OTHER = "other", _("Something else")

    comment = models.ForeignKey(
        Comment, on_delete=models.CASCADE, related_name="reports", verbose_name=_("comment")
    )
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices)
    text = models.TextField(_("words"), max_length=1000, blank=True)
    visitor_hash = models.CharField(max_length=64, blank=True, editable=False)
    created_at = models.DateTimeField(_("reported"), default=timezone.now)
    closed_at = models.DateTimeField(_("looked at"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        default_permissions = ()
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "visitor_hash"],
                condition=~models.Q(visitor_hash=""),
                name="one_report_per_comment_and_visitor",
            )
        ]

    def __str__(self):
        return f"{self.comment_id}: {self.reason}"
