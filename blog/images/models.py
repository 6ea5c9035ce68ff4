"""Our image: Wagtail's, with a credit. Its alternative text is Wagtail's `description`."""

from threading import BoundedSemaphore

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to
from wagtail.images.models import Image as WagtailImage

from .files import PictureField

# A large picture takes 150 MB while it is read, so that not every thread may read one.
TWO_AT_ONCE = BoundedSemaphore(2)


FIRST_FIELDS = ("title", "file", "description", "credit")


class Image(AbstractImage):
    file = PictureField(
        _("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    # After the file: storing it turns it upright, and only then is its width known.
    width = models.IntegerField(_("width"), editable=False)
    height = models.IntegerField(_("height"), editable=False)
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

    admin_form_fields = (*FIRST_FIELDS, *WagtailImage.admin_form_fields[3:])

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self):
        """The alternative text, or none: a file's name says nothing to a reader."""
        return self.description

    def generate_rendition_file(self, filter, *, source=None):  # noqa: A002 - Wagtail's name
        with TWO_AT_ONCE:
            return super().generate_rendition_file(filter, source=source)


class Rendition(AbstractRendition):
    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_spec"
            )
        ]
