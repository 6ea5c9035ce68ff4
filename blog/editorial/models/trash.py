"""Pages that were deleted and can still come back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import TrashedPageQuerySet


class TrashedPage(models.Model):
    """A page in the trash, with what it takes to put it back as it was.

    The page itself stays where it stood in the tree, taken down and under another slug, so its
    comments, its revisions and all that points to it stay too.
    """

    page = models.OneToOneField(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="trashed",
        verbose_name=_("page"),
    )
    slug = models.CharField(_("slug"), max_length=255)
    state = models.JSONField(
        _("what was live and scheduled"),
        default=dict,
        help_text=_("By the page’s number: whether it was live, and when it was to go live."),
    )
    page_count = models.PositiveIntegerField(_("pages"), default=1)
    trashed_at = models.DateTimeField(_("deleted"))
    trashed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("deleted by"),
    )

    objects = TrashedPageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page in the trash")
        verbose_name_plural = _("trash")
        ordering = ["-trashed_at", "-pk"]

    def __str__(self):
        return str(self.page)
