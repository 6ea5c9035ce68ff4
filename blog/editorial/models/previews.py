"""Links that show one unpublished page to whoever holds them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import PreviewLinkQuerySet


class PreviewLink(models.Model):
    """A secret address of one page's draft. Only a hash of its token is kept."""

    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="preview_links",
        verbose_name=_("page"),
    )
    token_hash = models.CharField(_("hash of the token"), max_length=64, unique=True)
    label = models.CharField(
        _("for whom"), max_length=100, blank=True, help_text=_("Only you and other editors see it.")
    )
    # A copy: autosave goes on writing into the revision of which it was made. Without one, the link
    # follows the draft.
    pinned_content = models.JSONField(
        _("words of the version"), null=True, blank=True, editable=False
    )
    takes_remarks = models.BooleanField(_("readers of it may leave remarks"), default=False)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("made by"),
    )
    expires_at = models.DateTimeField(_("ends"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    views = models.PositiveIntegerField(_("times opened"), default=0)
    last_viewed_at = models.DateTimeField(_("last opened"), null=True, blank=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.label or f"{self.pk}"
