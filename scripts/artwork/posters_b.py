"""Posters: Sing Sing, Caesar Must Die, Titicut Follies, 12 Angry Men, Dear Zachary, The House I Live In, Cuckoo's Nest."""

# ruff: noqa: E501
# fmt: off
# One shape a line: a drawing is read, and changed, shape by shape.

import math

from .kit import at, disc, group, oval, path, poly, poster, rect, stroke
from .people import standing


def sing_sing():
    """A curtain whose folds could be bars, parted on a river and a man with his arms up."""
    s = poster(335, 0.11, seed=12)
    s.ground(s.tone(0.20))
    s.add(rect(90, 60, 220, 540, s.fade([(0, s.tone(0.93, 0.05, 70)), (0.6, s.tone(0.83, 0.11, 55)), (1, s.tone(0.62, 0.13, 20))])))
    s.add(disc(200, 290, 62, s.tone(0.97, 0.05, 85)))
    s.add(path("M70 388 Q140 366 200 380 T330 370 V420 H70 Z", s.tone(0.52, 0.11, 5)))
    s.add(rect(70, 414, 260, 70, s.tone(0.70, 0.10, 30)))
    s.add(*[rect(s.random.uniform(120, 260), s.random.uniform(418, 478), s.random.uniform(10, 40), 2, s.tone(0.93, 0.06, 70)) for _ in range(16)])
    s.add(path("M60 484 H340 V600 H60 Z", s.tone(0.27, 0.07)))
    ink = s.tone(0.17, 0.06)
    s.add(oval(200, 560, 50, 8, s.tone(0.14), opacity=0.6), standing(200, 560, 154, ink))
    s.add(stroke("M186 440 L156 378 L148 352 M214 440 L244 378 L252 352", ink, 12))
    s.add(poly([(184, 408), (188, 384), (194, 398), (200, 380), (206, 398), (212, 384), (216, 408)], ink))
    folds = []
    for i in range(8):
        for side in (0, 1):
            top, foot = i * 27, i * 27 - (i / 7) ** 2 * 104
            top2, foot2 = (i + 1) * 27, (i + 1) * 27 - ((i + 1) / 7) ** 2 * 104
            points = [(top, 0), (top2, 0), (_sag(top2, foot2), 260), (foot2, 600), (foot, 600), (_sag(top, foot), 260)]
            if side:
                points = [(400 - x, y) for x, y in points]
            light = 0.46 if i % 2 else 0.31
            fill = s.fade([(0, s.tone(light - 0.06)), (0.5, s.tone(light + 0.03)), (1, s.tone(light - 0.10))])
            folds.append(poly(points, fill))
    s.add(*folds)
    s.add(path("M0 0 H400 V66 " + "".join("q-20 26 -40 0 " for _ in range(10)) + "Z", s.tone(0.24)))
    s.add(*[path(f"M{400 - 40 * i} 66 q-20 26 -40 0", stroke=s.tone(0.62, 0.11, 60), stroke_width=3) for i in range(10)])
    s.cue()
    return s


def _sag(top, foot):
    """Where a fold has got to half way down."""
    return top + (foot - top) * 0.2


def caesar_must_die():
    """A corridor of cells; the light on its floor is a dagger."""
    s = poster(18, 0.15, seed=5)
    s.ground(s.tone(0.46))
    vx, vy = 200, 205
    s.add(poly([(0, 0), (400, 0), (vx + 34, vy - 40), (vx - 34, vy - 40)], s.tone(0.20, 0.05)))
    s.add(poly([(0, 600), (400, 600), (vx + 34, vy + 56), (vx - 34, vy + 56)], s.tone(0.17, 0.045)))
    s.add(poly([(0, 0), (vx - 34, vy - 40), (vx - 34, vy + 56), (0, 600)], s.fade([(0, s.tone(0.50)), (1, s.tone(0.36))], x2=1, y2=0)))
    s.add(poly([(400, 0), (vx + 34, vy - 40), (vx + 34, vy + 56), (400, 600)], s.fade([(0, s.tone(0.30)), (1, s.tone(0.42))], x2=1, y2=0)))
    for i in range(5):
        k1, k2 = (0.06 + i * 0.185) ** 0.86, (0.06 + i * 0.185 + 0.12) ** 0.86
        for side in (-1, 1):
            def place(k, up, side=side):
                x = 200 + side * (200 - 166 * k)
                top, foot = (vy - 40) * k, 600 - (600 - vy - 56) * k
                return x, top + (foot - top) * up
            s.add(poly([place(k1, 0.30), place(k2, 0.30), place(k2, 1), place(k1, 1)], s.tone(0.13, 0.04)))
            for b in range(1, 5):
                k = k1 + (k2 - k1) * b / 5
                (xa, ya), (xb, yb) = place(k, 0.32), place(k, 0.62)
                s.add(stroke(f"M{xa:.1f} {ya:.1f} L{xb:.1f} {yb:.1f}", s.tone(0.62 if side < 0 else 0.5), 4 * (1 - k) + 0.8))
    s.add(rect(vx - 34, vy - 40, 68, 96, s.tone(0.96, 0.035, 60)))
    blade = [(186, 261), (214, 261), (216, 300), (254, 312), (254, 324), (219, 326), (228, 430), (200, 574), (172, 430), (181, 326), (146, 324), (146, 312), (184, 300)]
    s.add(poly(blade, s.fade([(0, s.tone(0.96, 0.035, 60)), (1, s.tone(0.80, 0.09, 40))])))
    s.add(poly([(200, 326), (219, 326), (228, 430), (200, 574)], s.tone(0.62, 0.13, 30), opacity=0.35))
    s.add(standing(200, 261, 62, s.tone(0.17, 0.05)))
    leaf = s.tone(0.66, 0.14, 30)
    for i in range(9):
        for side in (-1, 1):
            t = math.radians(70 - i * 17)
            s.add(at([oval(0, 0, 9.5, 3.6, leaf)], 200 + side * 40 * math.cos(t), 118 + 40 * math.sin(t), side * (math.degrees(-t) + 62)))
    s.cue()
    return s


def titicut_follies():
    """Seven straw hats in a row, lit from the front, on tiles."""
    s = poster(255, 0.008, seed=9)
    s.ground(s.tone(0.22))
    for i in range(12):
        for j in range(8):
            s.add(rect(j * 52 - 8, i * 36 - 6, 50, 34, s.tone(s.random.choice([0.27, 0.285, 0.30]))))
    s.add(path("M-20 600 L110 0 H290 L420 600 Z", s.fade([(0, s.tone(0.95), 0.42), (1, s.tone(0.95), 0.10)])))
    s.add(rect(0, 424, 400, 176, s.tone(0.13)), oval(200, 470, 220, 44, s.tone(0.88)), oval(200, 470, 190, 32, s.tone(0.95)))
    for i in range(7):
        x = 44 + i * 52
        drop = abs(i - 3) * 5
        y = 470 - drop + (9 if i == 4 else 0)
        suit, skin = s.tone(0.16 + 0.02 * (i % 2)), s.tone(0.84)
        s.add(path(f"M{x - 10} {y} L{x - 14} {y - 120} Q{x - 24} {y - 172} {x} {y - 176} Q{x + 24} {y - 172} {x + 14} {y - 120} L{x + 10} {y} Z", suit))
        s.add(poly([(x - 7, y - 175), (x + 7, y - 175), (x, y - 132)], s.tone(0.94)), poly([(x - 8, y - 172), (x + 8, y - 164), (x + 8, y - 172), (x - 8, y - 164)], s.tone(0.10)))
        s.add(oval(x, y - 196, 14, 18, s.tone(0.11) if i == 4 else skin))
        s.add(oval(x, y - 208, 25, 5.5, s.tone(0.96)), rect(x - 15, y - 226, 30, 18, s.tone(0.96), rx=3), rect(x - 15, y - 214, 30, 6, s.tone(0.2)))
        if i != 4:
            s.add(stroke(f"M{x - 14} {y - 150} L{x - 24} {y - 190} M{x + 14} {y - 150} L{x + 24} {y - 190}", suit, 7))
    s.add(*[path(f"M{20 + i * 90} 0 L{-60 + i * 130} 600", stroke=s.tone(0.05), stroke_width=7, opacity=0.34) for i in range(5)])
    s.cue()
    return s


def twelve_angry_men():
    """The table from above, under a fan that does not turn. One of the twelve wears white."""
    s = poster(70, 0.05, seed=7)
    s.ground(s.fade([(0, s.tone(0.66, 0.06)), (1, s.tone(0.52, 0.06))]))
    s.add(*[rect(0, y, 400, 1.4, s.tone(0.42), opacity=0.5) for y in range(0, 600, 24)])
    s.add(rect(126, 100, 164, 440, s.tone(0.28, 0.05), opacity=0.35, rx=6))
    s.add(rect(116, 88, 168, 436, s.fade([(0, s.tone(0.44, 0.075, 55)), (1, s.tone(0.36, 0.07, 50))]), rx=5))
    s.add(*[rect(120 + i * 20, 92, 1, 428, s.tone(0.32, 0.06, 50), opacity=0.6) for i in range(1, 8)])
    seats = [(200, 62, 180), (200, 552, 0)] + [(88, 130 + i * 88, 90) for i in range(5)] + [(312, 130 + i * 88, 270) for i in range(5)]
    for i, (x, y, turn) in enumerate(seats):
        white = i == 4
        body = s.tone(0.97, 0.015) if white else s.tone(s.random.choice([0.24, 0.28, 0.32, 0.36]), 0.02)
        s.add(s.blur([oval(x + 9, y + 11, 31, 31, s.tone(0.15), opacity=0.4)], 5))
        s.add(at([oval(0, 0, 39, 17, body), stroke("M-30 -4 Q-32 -26 -16 -36 M30 -4 Q32 -26 16 -36", body, 9),
                  disc(0, -6, 13.5, s.tone(0.20 if i % 3 else 0.46, 0.03))], x, y, turn))
        if not white:
            inward = math.radians(turn)
            s.add(at([rect(-11, -7, 22, 14, s.tone(0.93, 0.02))], x + 62 * math.sin(inward), y - 62 * math.cos(inward), s.random.uniform(-30, 30)))
    s.add(at([rect(-5, -22, 10, 30, s.tone(0.16, 0.02), rx=4), path("M-4 8 H4 L3 44 L0 52 L-4 44 Z", s.tone(0.86, 0.01))], 204, 292, 38))
    blades = [at([path("M0 0 Q60 -36 190 -26 Q214 0 190 26 Q60 30 0 0 Z", s.tone(0.12, 0.03))], 214, 320, 45 + 90 * i) for i in range(4)]
    s.add(group([s.blur([*blades, disc(214, 320, 26, s.tone(0.12, 0.03))], 3)], opacity=0.36))
    s.cue()
    return s


def dear_zachary():
    """A letter folded into an aeroplane, over dark hills."""
    s = poster(300, 0.07, seed=13)
    s.ground(s.fade([(0, s.tone(0.24, 0.08)), (0.5, s.tone(0.42, 0.095)), (0.78, s.tone(0.68, 0.09, 330)), (1, s.tone(0.8, 0.08, 20))]))
    s.add(*[disc(s.random.uniform(0, 400), s.random.uniform(0, 300), s.random.uniform(0.6, 1.7), "#fff", opacity=round(s.random.uniform(0.3, 0.9), 2)) for _ in range(80)])
    s.add(path("M0 486 Q80 428 156 468 T300 442 T400 470 V600 H0 Z", s.tone(0.40, 0.09)))
    s.add(path("M0 528 Q100 480 214 516 T400 500 V600 H0 Z", s.tone(0.28, 0.075)))
    s.add(path("M0 566 Q130 528 236 556 T400 548 V600 H0 Z", s.tone(0.18, 0.05)))
    s.add(path("M62 538 C120 500 40 430 110 398 S232 430 236 370 S140 330 170 292", stroke=s.tone(0.95, 0.03), stroke_width=2.4, stroke_dasharray="2 9", stroke_linecap="round"))
    s.add(rect(52, 520, 20, 20, s.tone(0.12, 0.04)), poly([(48, 521), (62, 506), (76, 521)], s.tone(0.12, 0.04)), rect(58, 526, 7, 7, s.tone(0.92, 0.09, 85)))
    near, far, fold = s.tone(0.975, 0.01), s.tone(0.86, 0.03), s.tone(0.66, 0.06)
    plane = [poly([(0, 0), (-150, 46), (-70, 74)], near), poly([(0, 0), (-70, 74), (-64, 126)], fold), poly([(0, 0), (-64, 126), (-40, 92), (-18, 104)], far)]
    lines = [path(f"M{-22 - i * 15} {8 + i * 5.4:.1f} L{-24 - i * 6} {24 + i * 6.6:.1f}", stroke=s.tone(0.62, 0.08), stroke_width=1.3) for i in range(8)]
    s.add(at([*plane, *lines], 304, 168, -7, 1.25))
    s.cue()
    return s


def the_house_i_live_in():
    """A house made of cells, with one lamp lit."""
    s = poster(255, 0.05, seed=10)
    s.ground(s.fade([(0, s.tone(0.70, 0.04)), (0.7, s.tone(0.84, 0.025)), (1, s.tone(0.88, 0.02, 80))]))
    s.add(path("M0 508 H400 V600 H0 Z", s.tone(0.34, 0.03)))
    house = "M52 508 V262 L200 112 L348 262 V508 Z"
    s.add(poly([(348, 508), (400, 538), (400, 600), (150, 600), (52, 508)], s.tone(0.22, 0.03), opacity=0.6))
    cells = []
    for row in range(9):
        for column in range(7):
            x, y = 56 + column * 42, 104 + row * 45
            lit = (row, column) == (6, 4)
            cells.append(rect(x, y, 36, 38, s.tone(0.93, 0.10, 88) if lit else s.tone(s.random.choice([0.17, 0.2, 0.24, 0.28]))))
            cells += [rect(x + 5 + b * 7, y, 2.4, 38, s.tone(0.45 if lit else 0.38, 0.045)) for b in range(4)]
            if lit:
                cells += [disc(x + 18, y + 17, 6, s.tone(0.18)), path(f"M{x + 6} {y + 38} Q{x + 7} {y + 24} {x + 18} {y + 24} Q{x + 29} {y + 24} {x + 30} {y + 38} Z", s.tone(0.18))]
    s.add(path(house, s.tone(0.46)), s.clip(path(house), cells))
    s.add(path("M36 274 L200 108 L364 274", stroke=s.tone(0.14), stroke_width=15, stroke_linejoin="miter"))
    s.add(rect(268, 128, 30, 62, s.tone(0.14)))
    s.add(rect(0, 506, 400, 4, s.tone(0.16)))
    s.add(*[rect(x, 478, 4, 52, s.tone(0.95, 0.01)) for x in (8, 22, 36, 362, 376, 390)], rect(0, 490, 44, 4, s.tone(0.95, 0.01)), rect(356, 490, 44, 4, s.tone(0.95, 0.01)))
    s.cue()
    return s


def cuckoos_nest():
    """A tiled wall, and a hole in its grille in the shape of a bird."""
    s = poster(150, 0.045, seed=14)
    s.ground(s.tone(0.50))
    for i in range(26):
        for j in range(11):
            s.add(rect(j * 38 - (19 if i % 2 else 0) + 1, i * 24 + 1, 36, 22, s.tone(s.random.choice([0.66, 0.68, 0.70, 0.72]), 0.045)))
    s.add(rect(0, 408, 400, 192, s.tone(0.40, 0.05), opacity=0.55), rect(0, 404, 400, 7, s.tone(0.30)))
    s.add(rect(58, 76, 284, 318, s.tone(0.30)), rect(68, 86, 264, 298, s.fade([(0, s.tone(0.44, 0.06, 240)), (0.6, s.tone(0.72, 0.07, 30)), (1, s.tone(0.9, 0.08, 75))])))
    s.add(path("M68 344 L112 300 L146 332 L198 282 L262 336 L300 306 L332 334 V384 H68 Z", s.tone(0.24, 0.04, 200)))
    bird = (
        "M92 178 Q96 168 110 168 Q126 170 130 188 Q140 214 172 222 Q178 184 150 120 Q196 132 222 208 "
        "Q252 168 312 156 Q292 206 252 226 Q278 234 306 238 L290 250 L300 262 Q250 268 212 258 "
        "Q156 254 130 226 Q116 208 112 190 L84 186 Z"
    )
    mesh = [rect(68 + i * 16.5, 86, 3, 298, s.tone(0.20)) for i in range(1, 16)] + [rect(68, 86 + i * 16.5, 264, 3, s.tone(0.20)) for i in range(1, 18)]
    hole = f'<mask id="bird"><rect width="400" height="600" fill="#fff"/><path d="{bird}" fill="#000"/></mask>'
    s.definitions.append(hole)
    s.add(group([rect(68, 86, 264, 298, s.tone(0.20), opacity=0.42), *mesh], mask="url(#bird)"))
    s.add(path(bird, stroke=s.tone(0.97, 0.02, 90), stroke_width=2.6, stroke_linejoin="round"))
    light = s.fade([(0, s.tone(0.95, 0.06, 85), 0.55), (1, s.tone(0.95, 0.06, 85), 0)])
    s.add(at([path(bird, light)], 66, 322, 0, 1).replace("scale(1.000)", "scale(1.06 0.86) skewX(-18)"))
    s.add(path("M150 560 Q150 520 176 520 H224 Q250 520 250 560 L262 600 H138 Z", s.tone(0.88, 0.012)), rect(168, 500, 64, 26, s.tone(0.80, 0.014), rx=4))
    s.add(*[disc(178 + i * 15, 513, 4, s.tone(0.42, 0.02)) for i in range(4)])
    s.cue()
    return s


DRAWINGS = {
    "poster-sing-sing": sing_sing,
    "poster-caesar-must-die": caesar_must_die,
    "poster-titicut-follies": titicut_follies,
    "poster-12-angry-men": twelve_angry_men,
    "poster-dear-zachary": dear_zachary,
    "poster-the-house-i-live-in": the_house_i_live_in,
    "poster-one-flew-over-the-cuckoos-nest": cuckoos_nest,
}
