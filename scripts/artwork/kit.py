"""Paper, ink and a few tools: colours by hue, shapes as SVG strings, sheets that collect them."""

import math
import random

CUE = "#f0b45c"  # the cue dot's colour, as --cue in the style sheet at night


def ok(lightness, chroma, hue):
    """Return the sRGB hex colour of an OKLCH one; lightness 0 to 1, hue in degrees."""
    a = chroma * math.cos(math.radians(hue))
    b = chroma * math.sin(math.radians(hue))
    long, medium, short = (
        (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3,
        (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3,
        (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3,
    )
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{_channel(value):02x}" for value in linear)


def _channel(value):
    value = min(max(value, 0), 1)
    value = 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return round(255 * value)


def _attributes(extra):
    return "".join(f' {name.replace("_", "-")}="{value}"' for name, value in extra.items())


def rect(x, y, w, h, fill, **extra):
    place = f'x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}"'
    return f'<rect {place} fill="{fill}"{_attributes(extra)}/>'


def disc(x, y, r, fill, **extra):
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}"{_attributes(extra)}/>'


def oval(x, y, rx, ry, fill, **extra):
    place = f'cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}"'
    return f'<ellipse {place} fill="{fill}"{_attributes(extra)}/>'


def poly(points, fill, **extra):
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{joined}" fill="{fill}"{_attributes(extra)}/>'


def path(d, fill="none", **extra):
    return f'<path d="{d}" fill="{fill}"{_attributes(extra)}/>'


def stroke(d, colour, width, **extra):
    return path(
        d,
        stroke=colour,
        stroke_width=width,
        stroke_linecap="round",
        stroke_linejoin="round",
        **extra,
    )


def group(items, **extra):
    return f"<g{_attributes(extra)}>{''.join(items)}</g>"


def at(items, x=0, y=0, turn=0, scale=1, **extra):
    """Move, turn (degrees) and scale a list of shapes."""
    move = f"translate({x:.1f} {y:.1f}) rotate({turn:.1f}) scale({scale:.3f})"
    return group(items, transform=move, **extra)


class Sheet:
    """A drawing of `width` x `height` units; its hand is seeded, so it comes out the same."""

    def __init__(self, width, height, hue, chroma=0.05, seed=1):
        self.width, self.height, self.hue, self.chroma = width, height, hue, chroma
        self.random = random.Random(seed)
        self.definitions, self.items = [], []

    def tone(self, lightness, chroma=None, hue=None):
        return ok(
            lightness, self.chroma if chroma is None else chroma, self.hue if hue is None else hue
        )

    def add(self, *items):
        self.items.extend(items)

    def _define(self, body):
        name = f"d{len(self.definitions)}"
        self.definitions.append(body.replace("ID", name, 1))
        return name

    def fade(self, stops, x1=0, y1=0, x2=0, y2=1, **extra):
        """A linear gradient as a fill; stops: (offset, colour) or (offset, colour, opacity)."""
        body = (
            f'<linearGradient id="ID" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"{_attributes(extra)}>'
        )
        return f"url(#{self._define(body + _stops(stops) + '</linearGradient>')})"

    def glow(self, stops, cx=0.5, cy=0.5, r=0.5, **extra):
        """A radial gradient as a fill."""
        body = f'<radialGradient id="ID" cx="{cx}" cy="{cy}" r="{r}"{_attributes(extra)}>'
        return f"url(#{self._define(body + _stops(stops) + '</radialGradient>')})"

    def blur(self, items, by):
        around = 'x="-30%" y="-30%" width="160%" height="160%"'
        smooth = f'<feGaussianBlur stdDeviation="{by}"/>'
        name = self._define(f'<filter id="ID" {around}>{smooth}</filter>')
        return group(items, filter=f"url(#{name})")

    def clip(self, shape, items):
        name = self._define(f'<clipPath id="ID">{shape}</clipPath>')
        return group(items, clip_path=f"url(#{name})")

    def ground(self, fill):
        self.add(rect(0, 0, self.width, self.height, fill))

    def cue(self):
        """The mark of every poster: a reel is about to change."""
        self.add(disc(self.width - 30, 30, 7, CUE))

    def svg(self):
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}">'
            f"<defs>{''.join(self.definitions)}</defs>{''.join(self.items)}</svg>"
        )


def _stops(stops):
    return "".join(
        f'<stop offset="{offset}" stop-color="{colour}" stop-opacity="{rest[0] if rest else 1}"/>'
        for offset, colour, *rest in stops
    )


def poster(hue, chroma=0.05, seed=1):
    return Sheet(400, 600, hue, chroma, seed)


def still(hue, chroma=0.05, seed=1):
    return Sheet(880, 400, hue, chroma, seed)


def frame(hue, chroma=0.05, seed=1):
    return Sheet(600, 400, hue, chroma, seed)
