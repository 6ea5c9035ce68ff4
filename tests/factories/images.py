"""The smallest valid pictures, in memory and stored."""

from io import BytesIO

import factory
from django.core.files.base import ContentFile
from PIL import Image as Drawing

from blog.images.models import Image


def draw(size=(60, 40), file_format="JPEG", mode="RGB", **options):
    """Return the bytes of a plain picture. options: of Pillow's save(), such as exif."""
    output = BytesIO()
    Drawing.new(mode, size).save(output, file_format, **options)
    return output.getvalue()


class ImageFactory(factory.django.DjangoModelFactory):
    """A stored image; `size=(1240, 720)` makes it larger than the 60 × 40 pixels of most tests."""

    class Meta:
        model = Image

    class Params:
        size = (60, 40)

    title = factory.Sequence("Picture {}".format)
    file = factory.LazyAttribute(lambda image: ContentFile(draw(image.size), name="picture.jpg"))
