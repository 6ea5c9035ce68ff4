"""The picture of a quotation that other sites show beside a link to it."""

from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageDraw

from blog.lib.oklch import oklch_to_rgb

from .lettering import SANS, SERIF, Lettering, wrap

WIDTH, HEIGHT = 1200, 630
MARGIN = 110
WORDS_WIDTH = WIDTH - 2 * MARGIN
WORDS_TOP, WORDS_HEIGHT = 110, 330
SIZES = (84, 74, 64, 56, 48, 42, 36)
LEADING = 1.2
SMALL = 30
LONGEST = 1500
# As in static/css/tokens.css.
HUES = {
    "tungsten": 70,
    "rose": 12,
    "velvet": 335,
    "violet": 300,
    "steel": 255,
    "teal": 195,
    "moss": 145,
    "silver": 255,
}


@dataclass(frozen=True)
class CardWords:
    """What a card says, all plain str. paragraphs: a tuple. grade: a name of HUES, or ""."""

    paragraphs: tuple
    caption: str
    foot: str
    grade: str = ""


def draw_card(words):
    """Return a PNG, bytes, of WIDTH by HEIGHT pixels for a CardWords.

    Words in a script that the journal's type lacks are left out and the card says so by saying
    only that it is a quotation; ornaments, such as emoji, are left out of the words.
    """
    hue = HUES.get(words.grade, HUES["steel"])
    ink, soft = oklch_to_rgb(0.235, 0.022, hue), oklch_to_rgb(0.43, 0.025, hue)
    accent, line = oklch_to_rgb(0.42, 0.095, hue), oklch_to_rgb(0.885, 0.015, hue)
    picture = Image.new("RGB", (WIDTH, HEIGHT), oklch_to_rgb(0.964, 0.009, hue))
    canvas = ImageDraw.Draw(picture)
    serif, sans = Lettering(SERIF), Lettering(SANS)

    canvas.rectangle((0, 0, 14, HEIGHT), fill=accent)
    lines, size = fit(serif, words.paragraphs)
    mark = serif.length("“", size)
    y = WORDS_TOP + size
    serif.draw(canvas, (MARGIN - mark - size * 0.06, y), "“", size, accent)
    for row in lines:
        serif.draw(canvas, (MARGIN, y), row, size, ink)
        y += size * LEADING

    if caption := wrap(sans, sans.drawable(words.caption, SMALL), SMALL, WORDS_WIDTH):
        more = "…" if len(caption) > 1 else ""
        sans.draw(canvas, (MARGIN, HEIGHT - 138), caption[0] + more, SMALL, ink)
    canvas.line((MARGIN, HEIGHT - 102, WIDTH - MARGIN, HEIGHT - 102), fill=line, width=2)
    if foot := wrap(sans, sans.drawable(words.foot, SMALL), SMALL, WORDS_WIDTH):
        sans.draw(canvas, (MARGIN, HEIGHT - 56), foot[0], SMALL, soft)

    output = BytesIO()
    picture.quantize(64, Image.Quantize.FASTOCTREE).save(output, "PNG")
    return output.getvalue()


def fit(serif, paragraphs):
    """Return (lines, size in pixels): as large as they fit, cut short when nothing helps."""
    drawable = [serif.drawable(paragraph, SIZES[0]) for paragraph in paragraphs]
    if not all(drawable) or not drawable:
        drawable = [_("A quotation")]
    drawable[-1] += "”"
    for size in SIZES:
        lines = [row for text in drawable for row in wrap(serif, text[:LONGEST], size, WORDS_WIDTH)]
        most = int(WORDS_HEIGHT / (size * LEADING))
        if len(lines) <= most:
            return lines, size
    cut = lines[:most]
    cut[-1] = f"{cut[-1].rstrip('.,;:—– ')[:-1]}…”"
    return cut, size
