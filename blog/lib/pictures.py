"""Uploaded pictures: is it one, is it bearable, and what of it may be kept."""

from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageCms

FORMATS = {
    "avif": "AVIF",
    "gif": "GIF",
    "jpeg": "JPEG",
    "jpg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
}
MAX_PIXELS = 40_000_000
# An animation is read frame by frame, so its frames count together.
MAX_ANIMATION_PIXELS = 100_000_000
MAX_FRAMES = 1_000
MAX_SIDE = 4096
# A profile goes into every size that is made of a picture; sRGB needs none.
MAX_PROFILE_BYTES = 16_384
JPEG_QUALITY = 92
PNG_COMPRESSION = 4
ORIENTATION = 0x0112
UPRIGHT = {
    2: [Image.Transpose.FLIP_LEFT_RIGHT],
    3: [Image.Transpose.ROTATE_180],
    4: [Image.Transpose.FLIP_TOP_BOTTOM],
    5: [Image.Transpose.TRANSPOSE],
    6: [Image.Transpose.ROTATE_270],
    7: [Image.Transpose.TRANSVERSE],
    8: [Image.Transpose.ROTATE_90],
}


class PictureError(ValueError):
    """A file that cannot be taken as a picture. The message is a sentence for whoever chose it."""


def clean_picture(file, extension, max_side=MAX_SIDE):
    """Return (bytes, extension) of the picture in `file`, made anew: upright and not too large.

    file: a binary file, read from its start. extension: of its name, such as "jpg".
    What comes back is a JPEG, or a PNG where it was a PNG or GIF or has transparency.
    Of an animation the first frame is kept; of all metadata, the colour profile alone.
    Raises PictureError when it is no picture of that kind, broken, cut short or too large.
    """
    name = FORMATS.get(extension.lower())
    if name is None:
        raise PictureError(_("A picture’s name ends in .jpg, .png, .webp, .avif or .gif."))
    try:
        file.seek(0)
        with Image.open(file, formats=sorted(set(FORMATS.values()))) as picture:
            _refuse_other_format(picture, name, extension)
            _refuse_too_large(picture)
            picture.seek(0)
            return _made_anew(picture, max_side)
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        raise PictureError(_too_many_pixels()) from error
    except Exception as error:
        # Decoders answer broken bytes with any error there is, MemoryError and SyntaxError too.
        raise PictureError(
            _("This file is broken or cut short. Save the picture again and upload the new file.")
        ) from error


def _refuse_other_format(picture, name, extension):
    # A photograph with a second one inside, as some phones make, calls itself MPO.
    found = "JPEG" if picture.format == "MPO" else picture.format
    if found != name:
        raise PictureError(
            _("This file is named .%(extension)s, but it is a %(format)s picture. Rename it.")
            % {"extension": extension, "format": found}
        )


def _refuse_too_large(picture):
    pixels = picture.width * picture.height
    if pixels > MAX_PIXELS:
        raise PictureError(_too_many_pixels(pixels))
    if picture.format in ("MPO", "JPEG"):
        return
    frames = _count_frames(picture, max(1, min(MAX_FRAMES, MAX_ANIMATION_PIXELS // pixels)))
    if frames is None:
        raise PictureError(_("This animation is too long. Upload a shorter or smaller one."))


def _count_frames(picture, most):
    """Return how many frames there are, or None past `most`: a GIF does not say beforehand."""
    if picture.format != "GIF":
        frames = getattr(picture, "n_frames", 1)
        return frames if frames <= most else None
    frames = 1
    try:
        while frames <= most:
            picture.seek(frames)
            frames += 1
    except EOFError:
        return frames
    return None


def _too_many_pixels(pixels=None):
    if pixels is None:
        return _("This picture has far too many pixels. Make it smaller and upload it again.")
    return _(
        "This picture has %(found)d million pixels, and %(most)d million are the most. "
        "Make it smaller and upload it again."
    ) % {"found": round(pixels / 1e6), "most": MAX_PIXELS // 1_000_000}


def _made_anew(picture, max_side):
    is_jpeg = picture.format in ("JPEG", "MPO")
    is_png = picture.format in ("PNG", "GIF")
    is_large = max(picture.size) > max_side
    if is_large:
        # A JPEG can be read at a half, a quarter or an eighth of its size; others pay no heed.
        picture.draft(None, (max_side, max_side))
    picture.load()
    steps = UPRIGHT.get(_orientation(picture), [])
    result, profile = _in_plain_colours(picture, picture.info.get("icc_profile"))
    if is_large:
        result = _fitted(result, max_side)
    for step in steps:
        result = result.transpose(step)

    # Encoders take comments, Exif and more from here when they are not told otherwise.
    result.info = {}
    options = {"icc_profile": profile} if profile else {}
    output = BytesIO()
    if is_png or result.mode == "RGBA":
        result.save(output, "PNG", compress_level=PNG_COMPRESSION, **options)
        return output.getvalue(), "png"
    # Untouched, it can keep its own quantization, and loses next to nothing.
    is_untouched = is_jpeg and result is picture and picture.format == "JPEG"
    result.save(output, "JPEG", quality="keep" if is_untouched else JPEG_QUALITY, **options)
    return output.getvalue(), "jpg"


def _fitted(picture, max_side):
    scale = max_side / max(picture.size)
    if scale >= 1:
        return picture
    size = tuple(max(1, round(side * scale)) for side in picture.size)
    # Band by band: Pillow would hold an RGBA picture three times over.
    bands = [
        picture.getchannel(band).resize(size, Image.Resampling.LANCZOS)
        for band in picture.getbands()
    ]
    return Image.merge(picture.mode, bands)


def _orientation(picture):
    try:
        return picture.getexif().get(ORIENTATION)
    except Exception:
        # Unreadable Exif is common in sound photographs, and it is about to go anyway.
        return None


def _in_plain_colours(picture, profile):
    """Return the picture as greys, RGB or RGBA, itself if it is, and its profile if that fits."""
    if picture.mode in ("CMYK", "LAB", "YCbCr") or len(profile or b"") > MAX_PROFILE_BYTES:
        return _in_srgb(picture, profile), None
    wanted = _plain_mode(picture)
    if picture.mode.startswith("I"):
        # Pillow cuts 16 bits of grey off at 255 instead of scaling them.
        picture = picture.convert("I").point(lambda value: value / 256)
    if picture.mode != wanted:
        picture = picture.convert(wanted)
    return picture, _fitting_profile(profile, wanted)


def _plain_mode(picture):
    if picture.has_transparency_data:
        return "RGBA"
    return "L" if picture.mode in ("1", "L") or picture.mode[0] in "IF" else "RGB"


def _in_srgb(picture, profile):
    wanted = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        return ImageCms.profileToProfile(
            picture, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode=wanted
        )
    except Exception:
        # No profile, or not one for these colours: the plain conversion is near enough.
        return picture.convert(wanted)


def _fitting_profile(profile, mode):
    """Return the colour profile when it can be read and is one for `mode`, else None."""
    if not profile:
        return None
    try:
        space = ImageCms.ImageCmsProfile(BytesIO(profile)).profile.xcolor_space.strip()
    except Exception:
        return None
    return profile if space == ("GRAY" if mode == "L" else "RGB") else None
