"""Our image: Wagtail's, with a credit. Its alternative text is Wagtail's `description`."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage


class Image(AbstractImage):
    description = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        default="",
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    credit = models.CharField(
        _("credit"), max_length=255, blank=True, help_text=_("Who made it, and where it is from.")
    )

    # Wagtail's own image table stays beside ours: the names towards people and tags must differ.
    tags = TaggableManager(blank=True, related_name="journal_images", verbose_name=_("tags"))
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="uploaded_images",
        verbose_name=_("uploaded by user"),
    )
    uploaded_by_user.wagtail_reference_index_ignore = True

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self):
        """The alternative text, or none: a file's name says nothing to a reader."""
        return self.description


class Rendition(AbstractRendition):
    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_spec"
            )
        ]
