"""AVIF at a bearable cost: docs/decisions/0012-avif-at-speed-nine.md has the figures."""

from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage
from willow.registry import registry

# Of 0 to 10. Pillow's 6 takes ten times as long for the same bytes.
SPEED = 9


def save_as_avif(image, f, quality=61, lossless=False, apply_optimizers=True):
    if lossless:
        return PillowImage.save_as_avif(image, f, lossless=True)
    profile = image.get_icc_profile()
    options = {"icc_profile": profile} if profile else {}
    image.image.save(f, "AVIF", quality=quality, speed=SPEED, **options)
    return AvifImageFile(f)


def register_fast_avif():
    """Put our encoder in the place of Willow's, which has no option for speed."""
    registry.register_operation(PillowImage, "save_as_avif", save_as_avif)
