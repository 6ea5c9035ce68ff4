"""Draw the demo journal's pictures: python scripts/draw_artwork.py [name ...]

Needs rsvg-convert (Debian: librsvg2-bin) and Pillow. Writes home/demo/artwork/<name>.webp.
Only needed when a drawing changes: the pictures themselves are in the repository.
"""

import io
import random
import shutil
import subprocess
import sys
from pathlib import Path

from artwork import frames, posters_a, posters_b, posters_c, stills_a, stills_b
from PIL import Image, ImageChops

TARGET = Path(__file__).resolve().parent.parent / "home" / "demo" / "artwork"
PIXELS_WIDE = {400: 800, 880: 1680, 600: 1200}  # sheet width in units: picture width in pixels
GRAIN = 9  # how far from middle grey the paper's noise goes, out of 128
MODULES = (posters_a, posters_b, posters_c, stills_a, stills_b, frames)


def rasterise(svg, width):
    """Return the drawing as an RGB image `width` pixels wide."""
    command = [shutil.which("rsvg-convert"), "--width", str(width), "--keep-aspect-ratio"]
    done = subprocess.run(command, input=svg.encode(), capture_output=True, check=True)
    return Image.open(io.BytesIO(done.stdout)).convert("RGB")


def with_grain(image):
    """Lay seeded paper grain over the picture, so that flat colour does not band."""
    width, height = image.size
    noise = Image.frombytes("L", image.size, random.Random(7).randbytes(width * height))
    noise = noise.point(lambda value: 128 + (value - 128) * GRAIN // 128)
    return ImageChops.soft_light(image, Image.merge("RGB", (noise,) * 3))


def main(names):
    if not shutil.which("rsvg-convert"):
        return "rsvg-convert is not installed. On Debian: apt-get install librsvg2-bin."
    drawings = {name: draw for module in MODULES for name, draw in module.DRAWINGS.items()}
    if unknown := sorted(set(names) - set(drawings)):
        known = ", ".join(sorted(drawings))
        return f"There is no drawing called {', '.join(unknown)}. Known: {known}."
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in names or drawings:
        sheet = drawings[name]()
        image = with_grain(rasterise(sheet.svg(), PIXELS_WIDE[sheet.width]))
        image.save(TARGET / f"{name}.webp", quality=80, method=6)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
