"""Posters: The Work, Aftersun, After Life, Paterson, The Gleaners and I, Tokyo Story, Sans Soleil."""

# ruff: noqa: E501
# fmt: off
# One shape a line: a drawing is read, and changed, shape by shape.

import math

from .kit import CUE, at, disc, group, oval, path, poly, poster, rect, stroke
from .people import bowed, from_above, seated_back, standing


def the_work():
    """From above: ten men reach in and one is held."""
    s = poster(195, 0.045, seed=11)
    s.ground(s.tone(0.15))
    s.add(disc(200, 312, 380, s.glow([(0, s.tone(0.80, 0.035)), (0.4, s.tone(0.58)), (0.72, s.tone(0.32)), (1, s.tone(0.15))])))
    s.add(*[rect(0, y, 400, 1.2, s.tone(0.2), opacity=0.25) for y in range(12, 600, 60)])
    s.add(*[rect(x, 0, 1.2, 600, s.tone(0.2), opacity=0.25) for x in range(20, 400, 60)])
    ring = [(math.radians(36 * i + 9 + s.random.uniform(-4, 4)), 138 + s.random.uniform(-12, 10)) for i in range(10)]
    shadows = [from_above(*_around(a, r + 26), 40, s.tone(0.12), s.tone(0.12), math.degrees(a) - 90) for a, r in ring]
    s.add(group([s.blur([*shadows, oval(204, 322, 60, 48, s.tone(0.12))], 14)], opacity=0.6))
    s.add(_held(s))
    for angle, reach in ring:
        for side in (-1, 1):
            (x1, y1), (mx, my) = _around(angle + side * 0.19, reach - 2), _around(angle + side * 0.27, reach * 0.62)
            x2, y2 = _around(angle + side * s.random.uniform(0.18, 0.42), s.random.uniform(38, 54))
            sleeve = f"M{x1:.1f} {y1:.1f} Q{mx:.1f} {my:.1f} {(mx + x2) / 2:.1f} {(my + y2) / 2:.1f}"
            s.add(stroke(f"M{x1:.1f} {y1:.1f} Q{mx:.1f} {my:.1f} {x2:.1f} {y2:.1f}", s.tone(0.95, 0.014), 9))
            s.add(stroke(sleeve, s.tone(0.27), 14))
        x, y = _around(angle, reach)
        s.add(from_above(x, y, 36, s.tone(s.random.choice([0.22, 0.27, 0.33])), s.tone(0.12), math.degrees(angle) - 90))
    s.cue()
    return s


def _around(angle, reach):
    return 200 + reach * math.cos(angle), 312 + reach * math.sin(angle)


def _held(s):
    """A man curled on his side, outlined in the colour of the cue."""
    back = "M-38 -8 Q-34 -36 0 -36 Q38 -34 44 -2 Q46 30 18 36 Q2 38 -6 24 Q-16 30 -26 20 Q-38 10 -38 -8 Z"
    return at([path(back, s.tone(0.34), stroke=CUE, stroke_width=3), disc(-34, -20, 16, s.tone(0.12), stroke=CUE, stroke_width=3)], 202, 312, 30, 1.05)


def aftersun():
    """A hotel pool from above in late sun: two towels, two swimmers, one of them only an outline."""
    s = poster(12, 0.055, seed=3)
    s.ground(s.tone(0.74, 0.075))
    for i in range(15):
        for j in range(11):
            if (i + j) % 2:
                s.add(rect(j * 40 - 20, i * 42, 40, 42, s.tone(0.72, 0.08), opacity=0.7))
    water = s.fade([(0, s.tone(0.62, 0.075, 205)), (1, s.tone(0.42, 0.075, 225))], x2=0.6)
    edge = "M96 92 H280 Q322 92 322 134 V246 Q322 288 280 288 Q262 288 262 306 V462 Q262 508 216 508 H136 Q92 508 92 462 V330 Q92 306 74 306 Q54 300 54 270 V134 Q54 92 96 92 Z"
    s.add(path(edge, s.tone(0.93, 0.02), transform="translate(0 0)", stroke=s.tone(0.95, 0.02), stroke_width=16))
    lines = []
    for i in range(26):
        y = 104 + i * 16
        d = f"M40 {y}" + "".join(f" q{12 + s.random.uniform(-2, 4):.1f} {-7 if k % 2 else 7} 24 0" for k in range(13))
        lines.append(stroke(d, s.tone(0.86, 0.04, 200), 1.5, opacity=round(s.random.uniform(0.10, 0.4), 2)))
    s.add(s.clip(path(edge), [path(edge, water), *lines, path("M54 92 H330 V128 L54 170 Z", s.tone(0.3, 0.06, 235), opacity=0.25)]))
    ink = s.tone(0.26, 0.07, 350)
    body = [oval(0, 30, 13, 30, ink), disc(0, -12, 13, ink), stroke("M-10 10 L-42 -14 M10 10 L42 -10 M-6 56 L-14 96 M6 56 L14 94", ink, 8)]
    s.add(at([oval(10, 40, 34, 48, s.tone(0.2, 0.06, 240), opacity=0.25)], 190, 216))
    s.add(at(body, 176, 190, 18, 0.72))
    ghost = s.tone(0.97, 0.01)
    outline = "M0 -25 a13 13 0 0 1 8 23 L44 -18 L46 -10 L13 14 Q16 40 9 58 L18 96 L9 98 L0 62 L-9 98 L-18 96 L-9 58 Q-16 40 -13 14 L-46 -10 L-44 -18 L-8 -2 a13 13 0 0 1 8 -23 Z"
    s.add(at([path(outline, stroke=ghost, stroke_width=2.2, stroke_dasharray="7 5")], 176, 362, -8, 1.05))
    for x, y, turn, light in ((352, 378, 6, 0.93), (336, 470, -4, 0.52)):
        s.add(at([rect(-26, -40, 60, 94, s.tone(0.35, 0.06, 350), opacity=0.22), rect(-32, -46, 60, 94, s.tone(light, 0.06)),
                  *[rect(-32, -46 + 12 + k * 24, 60, 7, s.tone(0.99, 0.01) if light < 0.9 else s.tone(0.62, 0.12)) for k in range(4)]], x, y, turn))
    s.cue()
    return s


def after_life():
    """A bench under a lamp, snow, and a moon on a string."""
    s = poster(255, 0.022, seed=5)
    s.ground(s.fade([(0, s.tone(0.36)), (0.62, s.tone(0.62)), (1, s.tone(0.70))]))
    s.add(rect(46, 64, 308, 366, s.fade([(0, s.tone(0.80, 0.03)), (1, s.tone(0.93, 0.02, 80))])))
    s.add(s.clip(rect(46, 64, 308, 366, "#fff"), [
        path("M46 430 V330 Q110 292 176 318 T354 300 V430 Z", s.tone(0.74, 0.025)),
        path("M46 430 V372 Q150 340 240 366 T354 352 V430 Z", s.tone(0.66, 0.025)),
        stroke("M318 430 Q306 330 322 250 Q330 190 300 130 M320 262 Q346 226 372 214 M316 218 Q290 180 262 172", s.tone(0.42), 7),
        *[disc(s.random.gauss(300, 46), s.random.gauss(150, 40), s.random.uniform(4, 13), s.tone(0.965, 0.012, 10), opacity=0.85) for _ in range(60)],
    ]))
    s.add(rect(40, 58, 320, 7, s.tone(0.28)), rect(40, 58, 6, 386, s.tone(0.28)), rect(354, 58, 6, 386, s.tone(0.28)))
    s.add(stroke("M132 0 V150", s.tone(0.3), 1.6), disc(132, 178, 30, s.tone(0.97, 0.012, 90)), oval(141, 170, 22, 20, s.tone(0.93, 0.02, 90), opacity=0.6))
    s.add(path("M0 444 H400 V600 H0 Z", s.fade([(0, s.tone(0.88, 0.012)), (1, s.tone(0.78, 0.018))])))
    s.add(oval(200, 528, 150, 20, s.tone(0.5), opacity=0.35))
    wood = s.tone(0.27)
    s.add(*[rect(104, y, 192, 11, wood, rx=2) for y in (418, 437)], rect(98, 470, 204, 13, wood, rx=2))
    for x in (120, 272):
        s.add(rect(x, 416, 8, 56, wood), rect(x - 6, 480, 7, 46, wood), rect(x + 9, 480, 7, 46, wood))
    s.add(*[disc(s.random.uniform(0, 400), s.random.uniform(0, 600), s.random.uniform(1, 3.2), "#ffffff", opacity=round(s.random.uniform(0.5, 0.95), 2)) for _ in range(110)])
    s.cue()
    return s


def paterson():
    """Matches laid out as a poem, and under it the bus."""
    s = poster(255, 0.06, seed=8)
    s.ground(s.fade([(0, s.tone(0.30, 0.075)), (1, s.tone(0.22, 0.06))]))
    verses = [(6, 0), (4, 0), (7, 0), (2, 0), None, (5, 0), (6, 0), (3, 0), None, (1, 0)]
    y = 84
    for verse in verses:
        if verse is None:
            y += 26
            continue
        for i in range(verse[0]):
            x = 62 + i * 41
            tilt = s.random.uniform(-3, 3)
            s.add(at([rect(0, -1.9, 31, 3.8, s.tone(0.87, 0.045, 85)), rect(0, 0.4, 31, 1.5, s.tone(0.72, 0.05, 75)),
                      oval(32, 0, 6, 3.9, s.tone(0.66, 0.14, 250)), oval(34, -0.9, 2.6, 1.5, s.tone(0.84, 0.08, 245))], x, y, tilt))
        y += 33
    s.add(path("M0 470 Q100 448 200 462 T400 452 V600 H0 Z", s.tone(0.165, 0.045)))
    bus, glass = s.tone(0.80, 0.025), s.tone(0.92, 0.075, 88)
    s.add(rect(92, 468, 216, 74, bus, rx=9), rect(92, 516, 216, 8, s.tone(0.50, 0.12)), rect(100, 542, 200, 5, s.tone(0.10)))
    s.add(*[rect(104 + i * 33, 479, 27, 27, glass, rx=3) for i in range(5)], rect(271, 479, 29, 40, s.tone(0.96, 0.05, 88), rx=3))
    s.add(disc(284, 497, 6.5, bus), path("M275 519 Q276 505 285 505 Q294 505 295 519 Z", s.tone(0.28)), disc(284, 497, 6.5, s.tone(0.28)))
    for x in (140, 262):
        s.add(disc(x, 546, 15, s.tone(0.10)), disc(x, 546, 6, s.tone(0.55, 0.02)))
    s.add(poly([(308, 528), (400, 514), (400, 566), (308, 538)], s.fade([(0, glass, 0.55), (1, glass, 0)], x2=1, y2=0)))
    s.cue()
    return s


def gleaners():
    """Three bent backs, and under the furrows one potato that the machine refused."""
    s = poster(70, 0.09, seed=4)
    s.ground(s.fade([(0, s.tone(0.90, 0.055, 85)), (0.55, s.tone(0.83, 0.10, 75)), (1, s.tone(0.7, 0.11))]))
    s.add(disc(296, 214, 74, s.tone(0.96, 0.05, 92)))
    s.add(path("M0 262 Q200 244 400 262 V600 H0 Z", s.tone(0.74, 0.12, 74)))
    for i in range(15):
        k = (i / 14) ** 1.9
        y = 268 + k * 330
        s.add(stroke(f"M-10 {y:.1f} Q200 {y - 20 - 26 * k:.1f} 410 {y:.1f}", s.tone(0.60, 0.115, 66), 1.5 + 11 * k, opacity=0.85))
    for x, y, h, body, scarf in ((96, 296, 62, 0.36, 0.62), (176, 322, 86, 0.30, 0.46), (312, 366, 128, 0.24, 0.56)):
        s.add(oval(x - h * 0.1, y + 2, h * 0.62, h * 0.07, s.tone(0.32, 0.07), opacity=0.45))
        s.add(bowed(x, y, h, s.tone(body, 0.055, 55), s.tone(scarf, 0.13 if h > 100 else 0.1, 40 if h > 80 else 85)))
    heart = "M0 34 C-14 22 -40 8 -40 -16 C-40 -38 -12 -42 0 -20 C12 -42 42 -38 40 -14 C38 8 14 22 0 34 Z"
    s.add(oval(110, 524, 52, 10, s.tone(0.30, 0.07), opacity=0.5))
    s.add(at([path(heart, s.tone(0.52, 0.085, 62)), path("M-30 -22 C-26 -36 -8 -34 -2 -18 C-14 -24 -24 -22 -30 -6 Z", s.tone(0.66, 0.085, 70)),
              *[oval(x, y, 2.6, 1.7, s.tone(0.36, 0.06)) for x, y in ((-14, 0), (18, -16), (10, 10), (-4, 20), (24, 0))]], 110, 486, -9, 1.05))
    s.cue()
    return s


def tokyo_story():
    """Two people on a sea wall, in borrowed gowns, with the whole of the sea."""
    s = poster(255, 0.014, seed=2)
    s.ground(s.fade([(0, s.tone(0.90, 0.012, 85)), (0.55, s.tone(0.84, 0.014, 80)), (1, s.tone(0.78))]))
    s.add(disc(112, 128, 44, s.tone(0.965, 0.018, 85)))
    s.add(path("M228 306 Q262 270 302 284 Q350 262 400 292 V318 H228 Z", s.tone(0.70)))
    s.add(rect(0, 306, 400, 176, s.fade([(0, s.tone(0.72)), (1, s.tone(0.57))])))
    for _ in range(46):
        y = s.random.uniform(312, 474)
        w = 14 + (y - 300) * s.random.uniform(0.15, 0.5)
        s.add(rect(s.random.uniform(-20, 400), y, w, 1 + (y - 300) / 110, s.tone(0.86), opacity=round(s.random.uniform(0.25, 0.7), 2)))
    s.add(poly([(72, 330), (92, 330), (87, 337), (76, 337)], s.tone(0.34)), poly([(81, 328), (81, 306), (93, 328)], s.tone(0.93)))
    s.add(rect(0, 470, 400, 30, s.tone(0.45)), rect(0, 470, 400, 5, s.tone(0.60)), rect(0, 500, 400, 100, s.fade([(0, s.tone(0.36)), (1, s.tone(0.27))])))
    s.add(*[rect(x, 500, 1.6, 100, s.tone(0.24)) for x in (58, 150, 262, 344)])
    s.add(seated_back(170, 474, 96, s.tone(0.24), s.tone(0.30)), seated_back(248, 474, 84, s.tone(0.93, 0.012, 80), s.tone(0.22)))
    s.add(stroke("M232 420 Q248 428 264 420", s.tone(0.55), 3), rect(214, 440, 68, 9, s.tone(0.50)))
    s.add(*[stroke(f"M{138 + i * 13} {424 + abs(2.5 - i) * 5:.0f} V470", s.tone(0.33), 1.4) for i in range(6)])
    s.add(rect(0, 0, 26, 600, s.tone(0.22)), rect(26, 0, 3, 600, s.tone(0.34)))
    s.cue()
    return s


def sans_soleil():
    """A black sun, a road in Iceland, three children, and black leader."""
    s = poster(145, 0.05, seed=6)
    s.ground(s.tone(0.13, 0.015))
    s.add(rect(0, 150, 400, 318, s.fade([(0, s.tone(0.86, 0.045, 125)), (1, s.tone(0.74, 0.07))])))
    ring = disc(200, 262, 190, s.glow([(0.3, s.tone(0.95, 0.06, 110), 1), (1, s.tone(0.95, 0.06, 110), 0)]))
    s.add(s.clip(rect(0, 150, 400, 318, "#fff"), [ring]))
    s.add(disc(200, 262, 76, s.tone(0.13, 0.015)))
    s.add(path("M0 372 Q70 330 138 362 Q220 318 300 352 Q352 334 400 356 V468 H0 Z", s.tone(0.56, 0.075)))
    s.add(path("M0 404 Q110 380 220 398 T400 388 V468 H0 Z", s.tone(0.46, 0.075)))
    s.add(path("M194 396 L206 396 Q236 430 322 468 H110 Q176 430 194 396 Z", s.tone(0.78, 0.035, 110)))
    for x, h, light in ((176, 54, 0.95), (202, 62, 0.97), (228, 50, 0.93)):
        s.add(standing(x, 450, h, s.tone(light, 0.025, 100)))
    s.add(stroke("M184 424 L196 424 M210 424 L221 425", s.tone(0.95, 0.025, 100), 4))
    for x in range(14, 400, 31):
        for y in (20, 568):
            s.add(rect(x, y, 15, 11, s.tone(0.24, 0.02), rx=3))
    s.add(group([rect(0, 150, 400, 1.5, s.tone(0.9, 0.03)), rect(0, 466, 400, 1.5, s.tone(0.9, 0.03))], opacity=0.5))
    s.cue()
    return s


DRAWINGS = {
    "poster-the-work": the_work,
    "poster-aftersun": aftersun,
    "poster-after-life": after_life,
    "poster-paterson": paterson,
    "poster-the-gleaners-and-i": gleaners,
    "poster-tokyo-story": tokyo_story,
    "poster-sans-soleil": sans_soleil,
}
