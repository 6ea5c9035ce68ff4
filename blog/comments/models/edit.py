"""New words of a comment that is read already, while they wait for a decision."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class CommentEdit(models.Model):
    """What a writer changed a published comment into; its old words stay until this is accepted."""

    comment = models.OneToOneField(
        Comment, on_delete=models.CASCADE, related_name="waiting_edit", verbose_name=_("comment")
    )
    body = models.TextField(_("words"), max_length=5000, blank=True)
    half_stars = models.PositiveSmallIntegerField(_("half stars"), null=True, blank=True)
    reasons = models.JSONField(_("why it waits"), default=list, blank=True)
    created_at = models.DateTimeField(_("written"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("edit of a comment")
        verbose_name_plural = _("edits of comments")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(half_stars__isnull=True) | models.Q(half_stars__range=(1, 10)),
                name="comment_edit_half_stars_are_1_to_10",
            )
        ]

    def __str__(self):
        return f"{self.comment_id}"
