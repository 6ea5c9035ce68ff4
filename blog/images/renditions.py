"""The sizes in which pictures are served, declared once; made by tasks.py, shown by image_tags.

An AVIF wider than 1240 pixels is not made: it costs more time than it saves bytes. The JPEG is
for the few browsers without AVIF, for feeds and for robots.
"""

from dataclasses import dataclass

from .models import Image, Rendition


@dataclass(frozen=True)
class Shape:
    """Widths in pixels, and the crop: width and height of the frame, None for the whole picture."""

    crop: tuple | None
    avif_widths: tuple
    jpeg_widths: tuple
    sizes: str
    placeholder: str = "still"

    def spec(self, width, file_format):
        if self.crop is None:
            return f"width-{width}|format-{file_format}"
        height = round(width * self.crop[1] / self.crop[0])
        return f"fill-{width}x{height}|format-{file_format}"

    def specs(self):
        return [
            *[self.spec(width, "avif") for width in self.avif_widths],
            *[self.spec(width, "jpeg") for width in self.jpeg_widths],
        ]

    def specs_for(self, image):
        """Return (AVIF specs, JPEG specs), narrowest first, without two that come out the same.

        Nothing is ever enlarged: past the width of the crop, wider ones would be its copies.
        """
        widest = image.width
        if self.crop is not None:
            widest = min(widest, int(image.height * self.crop[0] / self.crop[1]))
        return tuple(
            [self.spec(width, file_format) for width in _up_to(widest, widths)]
            for widths, file_format in ((self.avif_widths, "avif"), (self.jpeg_widths, "jpeg"))
        )


def _up_to(widest, widths):
    """Return the widths below `widest` and the first that reaches it."""
    below = [width for width in widths if width < widest]
    return list(widths[: len(below) + 1])


RENDITIONS = {
    "still": Shape((11, 5), (414, 828, 1240), (828, 1680), "(min-width: 75rem) 69rem, 100vw"),
    "lead": Shape((16, 10), (414, 828, 1240), (828, 1680), "(min-width: 60rem) 46rem, 100vw"),
    "figure": Shape(None, (414, 828, 1240), (828, 1680), "(min-width: 60rem) 38rem, 100vw"),
    "pair": Shape((3, 2), (414, 828), (828,), "(min-width: 60rem) 19rem, 50vw"),
    "poster": Shape((2, 3), (200, 400), (400,), "(min-width: 60rem) 17rem, 45vw", "poster"),
    "poster_small": Shape((2, 3), (100, 200), (200,), "6rem", "poster"),
    "portrait": Shape((1, 1), (120, 240), (240,), "7.5rem", "portrait"),
}


def likely_names(image):
    """Return the names under which a picture of these proportions is probably shown."""
    ratio = image.width / image.height
    if ratio < 0.85:
        return ["poster", "poster_small"]
    if ratio < 1.2:
        return ["figure", "portrait"]
    return ["still", "figure"]


def specs(*names):
    """Return the filter specs of these names, for `prefetch_renditions(*specs("still"))`."""
    return [spec for name in names for spec in RENDITIONS[name].specs()]


def fetch_pictures(ids, images, *names):
    """Return {id: Image} of `ids`; they and `images` know their renditions of these names.

    One query for all, and one more for those of `ids` that have no rendition yet.
    """
    wanted = {image.pk for image in images} | set(ids)
    if not wanted:
        return {}
    rows = Rendition.objects.filter(image_id__in=wanted, filter_spec__in=specs(*names))
    made = {}
    for row in rows.select_related("image"):
        made.setdefault(row.image_id, []).append(row)
    fetched = {pk: made[pk][0].image for pk in ids if pk in made}
    fetched |= Image.objects.in_bulk(ids - fetched.keys()) if ids - fetched.keys() else {}
    for image in [*images, *fetched.values()]:
        image.prefetched_renditions = made.get(image.pk, [])
    return fetched
