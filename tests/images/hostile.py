"""Files that nobody should be able to hurt us with, each written here byte by byte."""

import struct
import zlib
from functools import cache
from io import BytesIO

from PIL import Image as Drawing

from tests.factories.images import draw

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
BROKEN = "This file is broken or cut short."
TOO_MANY_PIXELS = "Make it smaller and upload it again."
WRONG_NAME = "Rename it."
TOO_LONG = "This animation is too long."
NOT_A_KIND = "A picture’s name ends in"
COLOURS = ("red", "green", "blue")
# With this many pixels for a whole animation the files below can stay small.
FEW_ANIMATION_PIXELS = 1_000_000


def png_chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_header(width, height):
    return png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))


def png(*chunks, size=(1, 1)):
    pixels = png_chunk(b"IDAT", zlib.compress(b"\0\0\0\0"))
    return PNG_SIGNATURE + png_header(*size) + b"".join(chunks) + pixels + png_chunk(b"IEND", b"")


def gif(frames, screen=(1, 1)):
    """Return an animation of one-pixel frames on a screen of any size."""
    head = b"GIF89a" + struct.pack("<HHBBB", *screen, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return head + frame * frames + b";"


def one_bit_png(side):
    output = BytesIO()
    Drawing.new("1", (side, side)).save(output, "PNG")
    return output.getvalue()


def animated(file_format, frames, size=(400, 400)):
    pictures = [Drawing.new("RGB", size, COLOURS[number % 3]) for number in range(frames)]
    output = BytesIO()
    pictures[0].save(output, file_format, save_all=True, append_images=pictures[1:])
    return output.getvalue()


@cache
def hostile_files():
    """Return {name: (bytes, what the sentence says)}."""
    jpeg, whole_png, webp = draw((300, 200)), draw(file_format="PNG"), draw(file_format="WEBP")
    bomb = zlib.compress(b"x" * 80_000_000)
    return {
        "empty.png": (b"", "The submitted file is empty."),
        "words.jpg": (b"<html><script>alert(1)</script></html>", BROKEN),
        "script.php": (b"<?php phpinfo();", NOT_A_KIND),
        "noise.jpg": (bytes(range(256)) * 40, BROKEN),
        "drawing.svg": (
            b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
            NOT_A_KIND,
        ),
        "vector-as.png": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', BROKEN),
        "bitmap.bmp": (draw(file_format="BMP"), NOT_A_KIND),
        "scan.tiff": (draw(file_format="TIFF"), NOT_A_KIND),
        "tiff-as.jpg": (draw(file_format="TIFF"), BROKEN),
        "no-ending": (jpeg, NOT_A_KIND),
        "png-as.jpg": (whole_png, WRONG_NAME),
        "jpeg-as.webp": (jpeg, WRONG_NAME),
        "cut-early.jpg": (jpeg[:150], BROKEN),
        "cut-late.jpg": (jpeg[: int(len(jpeg) * 0.9)], BROKEN),
        "no-end.jpg": (jpeg[:-30], BROKEN),
        "cut.png": (whole_png[: len(whole_png) // 2], BROKEN),
        "cut.webp": (webp[: len(webp) // 2], BROKEN),
        "cut.gif": (draw(file_format="GIF")[:30], BROKEN),
        "cut.avif": (draw(file_format="AVIF")[:200], BROKEN),
        "wrong-sum.png": (whole_png.replace(b"IDAT", b"IDAT\0", 1), BROKEN),
        "header-alone.png": (PNG_SIGNATURE + png_header(50, 50), BROKEN),
        "vast-header.png": (png(size=(65_000, 65_000)), TOO_MANY_PIXELS),
        "wide-header.png": (png(size=(2_000_000_000, 1)), TOO_MANY_PIXELS),
        "bomb.png": (one_bit_png(11_000), TOO_MANY_PIXELS),
        "text-bomb.png": (png(png_chunk(b"zTXt", b"a\0\0" + bomb)), BROKEN),
        "vast-screen.gif": (gif(1, screen=(65_000, 65_000)), TOO_MANY_PIXELS),
        "many-frames.gif": (gif(20_000), TOO_LONG),
        "large-frames.gif": (gif(10, screen=(400, 400)), TOO_LONG),
        "animated.webp": (animated("WEBP", 10), TOO_LONG),
        "animated.png": (animated("PNG", 10), TOO_LONG),
    }


def one_of_each_kind():
    """Return one hostile file for each sentence, for doors that all have the same lock."""
    by_sentence = {
        sentence: (name, content) for name, (content, sentence) in hostile_files().items()
    }
    return [(*file, sentence) for sentence, file in by_sentence.items()]


def odd_but_sound_files():
    """Return {name: bytes} of pictures that look odd and are to be taken."""
    whole_png = draw(file_format="PNG")
    return {
        "with-script.png": whole_png + b"<script>alert(1)</script>",
        "with-zip.jpg": draw() + b"PK\x03\x04evil",
        "profile-bomb.png": png(png_chunk(b"iCCP", b"a\0\0" + zlib.compress(b"x" * 90_000))),
        "torn-exif.jpg": draw(exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\x01" * 20),
        "grey.png": draw(file_format="PNG", mode="L"),
        "sixteen-bits.png": draw(file_format="PNG", mode="I;16"),
        "one-bit.png": draw(file_format="PNG", mode="1"),
        "print-colours.jpg": draw(mode="CMYK"),
        "seen-through.png": draw(file_format="PNG", mode="RGBA"),
        "palette.gif": draw(file_format="GIF", mode="P"),
        "short-film.gif": gif(5),
        "short-film.webp": animated("WEBP", 5),
        "new.avif": draw(file_format="AVIF"),
        "LOUD.JPEG": draw(),
    }
