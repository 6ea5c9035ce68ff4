"""Every time that readers began to see a version of a page."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import PublicationQuerySet


class Publication(models.Model):
    """One publication of a page: by hand or by the timer, the first one or an update."""

    class Announcement(models.TextChoices):
        NONE = "none", _("Nothing to announce")
        HELD = "held", _("Waits for a yes: it came more than a day late")
        DONE = "done", _("Announced")
        DECLINED = "declined", _("Not announced")

    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="publications",
        verbose_name=_("page"),
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("version"),
    )
    replaced = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("version that readers saw before"),
    )
    first_published_before = models.DateTimeField(null=True, blank=True, editable=False)
    last_published_before = models.DateTimeField(null=True, blank=True, editable=False)
    was_live = models.BooleanField(_("readers could see the page before"), default=False)
    is_first = models.BooleanField(_("the page appeared for the first time"), default=False)
    intended_at = models.DateTimeField(
        _("planned for"), null=True, blank=True, help_text=_("Empty for one by hand.")
    )
    published_at = models.DateTimeField(_("published"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("published or scheduled by"),
    )
    announcement = models.CharField(
        _("announcement"), max_length=10, choices=Announcement.choices, default=Announcement.NONE
    )
    undone_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        indexes = [
            models.Index(fields=["page", "-published_at"], name="publications_of_a_page"),
            models.Index(
                fields=["announcement"],
                name="publications_that_wait",
                condition=models.Q(announcement="held"),
            ),
        ]

    def __str__(self):
        return f"{self.page_id} at {self.published_at:%Y-%m-%d %H:%M} UTC"
