"""The one door by which picture files come in: what passes it carries no metadata."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.forms import FileField
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField as WagtailImageFormField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from blog.lib.pictures import PictureError, clean_picture


class PictureFieldFile(WagtailImageFieldFile):
    def save(self, name, content, save=True):
        if not getattr(content, "is_clean", False):
            content = cleaned(content, name)
            name = content.name
        super().save(name, content, save)


class PictureField(WagtailImageField):
    """A model field whose file is made anew when it is stored, whoever stores it."""

    attr_class = PictureFieldFile


class PictureFormField(WagtailImageFormField):
    """A form field that answers every unusable file with a sentence."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.help_text = _(
            "%(types)s, up to %(size)s. An animation is kept as its first frame."
        ) % {
            "types": self.supported_formats_text,
            "size": self.max_upload_size_text,
        }

    def to_python(self, data):
        upload = FileField.to_python(self, data)
        if upload is None:
            return None
        self.check_image_file_size(upload)
        if not getattr(upload, "is_clean", False):
            try:
                clean_in_place(upload)
            except PictureError as error:
                raise ValidationError(str(error), code="invalid_image") from error
        return super().to_python(upload)


def cleaned(content, name):
    """Return a new file with the picture in `content` made anew. Raises PictureError."""
    path = PurePath(name)
    body, extension = clean_picture(content, path.suffix[1:])
    file = ContentFile(body, name=str(path.with_suffix(f".{extension}")))
    file.is_clean = True
    return file


def clean_in_place(upload):
    """Put the picture made anew into the upload itself. Raises PictureError.

    Wagtail keeps the upload of a form that has another fault, so no other copy may survive.
    """
    path = PurePath(upload.name)
    body, extension = clean_picture(upload.file, path.suffix[1:])
    upload.file.seek(0)
    upload.file.truncate()
    upload.file.write(body)
    upload.file.flush()
    upload.seek(0)
    upload.size = len(body)
    upload.name = str(path.with_suffix(f".{extension}"))
    upload.is_clean = True
