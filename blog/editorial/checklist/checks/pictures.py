"""Whether every picture says what it shows."""

import re

from django.utils.translation import gettext as _
from wagtail.images.blocks import ImageBlock

from ..finding import Finding

# What a camera or a folder calls a picture.
FILE_NAME = re.compile(
    r"\.(avif|gif|jpe?g|png|svg|webp|heic)$|^(img|dsc|image)[-_ ]?\d+$|^\S+_\S+$"
)


def check_opening_picture(page, pieces, known):
    """The picture over the page, where it has one, has words of its own or of the library."""
    image = getattr(page, "hero", None)
    if image is None:
        return
    alt = page.hero_alt or image.default_alt_text
    if fault := _get_fault(alt):
        yield Finding(f"alt-{fault}", get_sentence(fault), "hero_alt", _("Opening picture"))


def check_pictures(page, pieces, known):
    for piece in pieces:
        raw = piece.raw
        if not (isinstance(piece.block, ImageBlock) and isinstance(raw, dict) and raw.get("image")):
            continue
        if raw["image"] not in known.images:
            words = _("The picture was deleted from the library.")
            yield Finding("picture-gone", words, piece.path, piece.where)
        elif not raw.get("decorative") and (fault := _get_fault(raw.get("alt_text"))):
            yield Finding(f"alt-{fault}", get_sentence(fault), piece.path, piece.where)


def _get_fault(alt):
    alt = (alt or "").strip()
    if not alt:
        return "missing"
    return "file-name" if FILE_NAME.search(alt.casefold()) else ""


def get_sentence(fault):
    if fault == "missing":
        return _("A picture has no alternative text: who cannot see it learns nothing of it.")
    return _("A picture’s alternative text is the name of a file: say what there is to see.")
