"""What is done with pictures: taking them in, and making the sizes in which they are served."""

import logging

from django.core.cache import cache
from django.db import DatabaseError
from wagtail.images.models import Filter, SourceImageIOError

from .files import cleaned
from .models import Image
from .renditions import RENDITIONS, likely_names
from .tasks import make_renditions

logger = logging.getLogger(__name__)
ASK_AGAIN_SECONDS = 3600


def add_image(*, file, title, **fields):
    """Return a new image, stored without metadata.

    file: a File whose name ends in the picture's own extension. fields: of Image.
    Raises blog.lib.pictures.PictureError, with a sentence, when it is no bearable picture.
    """
    image = Image(title=title, file=cleaned(file, file.name), **fields)
    image._set_image_file_metadata()
    image.save()
    return image


def make_missing_renditions(image, names=None):
    """Make the sizes of these names that are not there yet. A lost file is logged, no more."""
    wanted = []
    for name in names or likely_names(image):
        for specs in RENDITIONS[name].specs_for(image):
            wanted += specs
    try:
        image.get_renditions(*wanted)
    except SourceImageIOError:
        logger.warning("The file of image %s is lost: %s", image.pk, image.file.name)


def get_servable_renditions(image, name):
    """Return (AVIF, JPEG) renditions, narrowest first, or None when not one can be made.

    A reader waits for one JPEG at most; what else is missing is left to a task.
    """
    avif, jpeg = RENDITIONS[name].specs_for(image)
    filters = [Filter(spec=spec) for spec in (*avif, *jpeg)]
    found = {made.spec: row for made, row in image.find_existing_renditions(*filters).items()}
    if len(found) < len(filters):
        if not any(spec in found for spec in jpeg):
            try:
                found[jpeg[0]] = image.get_rendition(jpeg[0])
            except Exception:
                # A page with a placeholder is better than none, whatever is wrong with the file.
                logger.exception("Image %s cannot be shown as %s", image.pk, name)
                return None
        _ask_for_renditions(image, name)
    return tuple([found[spec] for spec in specs if spec in found] for specs in (avif, jpeg))


def _ask_for_renditions(image, name):
    """Enqueue the task once an hour at most, however many readers come."""
    if not cache.add(f"renditions-asked:{image.file.name}:{name}", True, ASK_AGAIN_SECONDS):
        return
    try:
        make_renditions.enqueue(image.pk, [name])
    except DatabaseError:
        logger.exception("Renditions of image %s could not be asked for", image.pk)
