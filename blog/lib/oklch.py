"""Colours as the style sheets write them, for what is drawn on the server."""

import math


def oklch_to_rgb(lightness, chroma, hue):
    """Return (red, green, blue), each 0 to 255, of an OKLCH colour, clipped to sRGB.

    lightness: 0 to 1. hue: degrees. The matrices are those of CSS Color 4.
    """
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return tuple(
        _encoded(channel)
        for channel in (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        )
    )


def _encoded(channel):
    """Return a linear channel, 0 to 1, with the gamma of sRGB as 0 to 255."""
    channel = min(max(channel, 0.0), 1.0)
    if channel <= 0.0031308:
        channel *= 12.92
    else:
        channel = 1.055 * channel ** (1 / 2.4) - 0.055
    return round(channel * 255)
