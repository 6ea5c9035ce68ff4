"""Small pictures that stand in essays, mostly in pairs, and the author's portrait."""

# ruff: noqa: E501
# fmt: off
# One shape a line: a drawing is read, and changed, shape by shape.

import math

from .kit import CUE, Sheet, at, disc, frame, group, oval, path, poly, rect, stroke
from .people import chair_front


def hands():
    """Forearms from every side, on one back."""
    s = frame(195, 0.045, seed=51)
    s.ground(s.tone(0.17))
    s.add(oval(300, 200, 300, 210, s.glow([(0, s.tone(0.40)), (1, s.tone(0.17))])))
    s.add(path("M196 196 Q190 116 300 112 Q410 116 404 196 Q414 296 366 330 H234 Q186 296 196 196 Z", s.tone(0.34), stroke=CUE, stroke_width=2.6), path("M300 128 V318", stroke=s.tone(0.26), stroke_width=3), disc(300, 92, 38, s.tone(0.13), stroke=CUE, stroke_width=2.6))
    for i in range(11):
        angle = 2 * math.pi * i / 11 + 0.3
        x1, y1 = 300 + 420 * math.cos(angle), 205 + 330 * math.sin(angle)
        x2, y2 = 300 + 78 * math.cos(angle + 0.16), 215 + 74 * math.sin(angle + 0.16)
        s.add(stroke(f"M{x1:.0f} {y1:.0f} L{x1 + (x2 - x1) * 0.62:.0f} {y1 + (y2 - y1) * 0.62:.0f}", s.tone((0.33, 0.40, 0.46)[i % 3]), 44))
        s.add(stroke(f"M{x1 + (x2 - x1) * 0.60:.0f} {y1 + (y2 - y1) * 0.60:.0f} L{x2:.0f} {y2:.0f}", s.tone((0.92, 0.84, 0.88)[i % 3], 0.018), 26))
        s.add(*[stroke(f"M{x2:.0f} {y2:.0f} l{-26 * math.cos(angle + turn):.0f} {-26 * math.sin(angle + turn):.0f}", s.tone((0.92, 0.84, 0.88)[i % 3], 0.018), 8) for turn in (-0.55, -0.15, 0.25, 0.65)])
    return s


def oven_rail():
    """Two hands on the rail of an oven, and a great deal of kitchen."""
    s = frame(205, 0.03, seed=52)
    s.ground(s.tone(0.20))
    for i in range(9):
        for j in range(12):
            s.add(rect(j * 52 - 4, i * 34 - 4, 50, 32, s.tone(s.random.choice([0.225, 0.235, 0.245]))))
    s.add(rect(0, 300, 600, 100, s.tone(0.15)), rect(382, 116, 168, 210, s.tone(0.30)), rect(382, 104, 168, 16, s.tone(0.42)), rect(398, 190, 136, 110, s.tone(0.13)), rect(406, 198, 120, 94, s.fade([(0, s.tone(0.52, 0.11, 50)), (1, s.tone(0.36, 0.10, 40))])))
    s.add(*[disc(410 + i * 28, 138, 8, s.tone(0.62)) for i in range(5)], rect(394, 166, 144, 7, s.tone(0.86, 0.01), rx=3))
    for x in (438, 494):
        s.add(path(f"M{x - 17} 182 Q{x - 19} 156 {x - 10} 156 H{x + 11} Q{x + 19} 158 {x + 16} 182 Z", s.tone(0.82, 0.05, 55)), *[stroke(f"M{x - 11 + k * 7.4:.0f} 160 V178", s.tone(0.62, 0.06, 50), 1.4) for k in range(4)])
        s.add(path(f"M{x - 14} 180 L{x - 18} 400 H{x + 22} L{x + 14} 180 Z", s.tone(0.10, 0.012)), rect(x - 15, 180, 30, 9, s.tone(0.90, 0.01)))
    s.add(rect(40, 92, 220, 8, s.tone(0.34)), *[path(f"M{58 + i * 34} 92 V70 Q{58 + i * 34} 60 {68 + i * 34} 60 Q{78 + i * 34} 60 {78 + i * 34} 70 V92 Z", s.tone(0.50 if i != 3 else 0.62), opacity=0.8) for i in range(6)])
    s.add(at([path("M-26 0 Q-30 60 -20 86 H20 Q30 60 26 0 Z", s.tone(0.78, 0.02, 60)), *[rect(-26, 14 + k * 22, 52, 6, s.tone(0.52, 0.11, 25)) for k in range(3)]], 112, 214, 3), rect(76, 208, 78, 6, s.tone(0.40)))
    return s


def circle_floor():
    """A huddle, drawn so close that it is one shape."""
    s = frame(195, 0.04, seed=53)
    s.ground(s.fade([(0, s.tone(0.30)), (1, s.tone(0.48))]))
    s.add(*[rect(0, y, 600, 1.4, s.tone(0.36), opacity=0.5) for y in range(250, 400, 26)])
    s.add(oval(300, 332, 236, 34, s.tone(0.2), opacity=0.55))
    rows = [(9, 214, 250, 0.62, 30), (8, 190, 282, 0.48, 33), (6, 150, 312, 0.34, 36), (4, 92, 336, 0.22, 38)]
    for count, spread, y, light, size in rows:
        for i in range(count):
            x = 300 + spread * (2 * i / (count - 1) - 1) * 0.86
            dip = 22 * (1 - math.cos((i / (count - 1) - 0.5) * 2.2))
            tone = s.tone(light + 0.02 * (i % 2))
            s.add(path(f"M{x - size * 1.5} {y + 46 + dip} Q{x - size * 1.2} {y - 34 + dip} {x} {y - 38 + dip} Q{x + size * 1.2} {y - 34 + dip} {x + size * 1.5} {y + 46 + dip} Z", tone), disc(x + s.random.uniform(-4, 4), y - 50 + dip, size * 0.52, tone))
    return s


def _aeroplane(s, x, y, size):
    body, wing = s.tone(0.80, 0.03, 80), s.tone(0.55, 0.13, 28)
    return at([path("M-92 2 Q-96 -16 -60 -18 L40 -16 Q92 -12 96 2 Q92 12 40 14 L-60 14 Q-92 14 -92 2 Z", body), path("M-88 -10 L-106 -46 H-82 L-60 -16 Z", wing), path("M-14 2 L-52 44 H-22 L34 4 Z", wing), path("M-6 -14 L-26 -38 H-4 L26 -15 Z", s.tone(0.46, 0.11, 28)),
               path("M30 -16 Q40 -32 58 -15 Z", s.tone(0.42, 0.05, 240)), oval(99, 1, 3, 30, s.tone(0.30, 0.02)), disc(98, 1, 6, s.tone(0.30, 0.02))], x, y, -6, size)


def _cloud(s, x, y, size, light=0.97):
    blobs = ((-62, 8, 26), (-30, -8, 36), (8, -16, 42), (46, -4, 32), (74, 10, 20))
    return at([oval(8, 22, 88, 15, s.tone(light - 0.10)), *[disc(bx, by, r, s.tone(light, 0.008)) for bx, by, r in blobs]], x, y, 0, size)


def cloud_set():
    """The aeroplane on its stands, with cotton clouds on threads and a lamp."""
    s = frame(245, 0.03, seed=54)
    s.ground(s.tone(0.30))
    s.add(rect(70, 46, 460, 250, s.fade([(0, s.tone(0.66, 0.07)), (1, s.tone(0.88, 0.04))])), rect(62, 38, 476, 8, s.tone(0.18)), rect(0, 330, 600, 70, s.tone(0.22)))
    s.add(*[stroke(f"M{x} 0 V{y}", s.tone(0.95, 0.01), 1.2) for x, y in ((150, 84), (172, 84), (424, 150), (452, 150), (300, 236), (322, 236))])
    s.add(_cloud(s, 160, 112, 0.72), _cloud(s, 436, 176, 0.66), stroke("M262 214 V336 M352 208 V336 M240 340 H284 M330 340 H374", s.tone(0.13), 6), _aeroplane(s, 306, 196, 1.0), _cloud(s, 310, 262, 0.6))
    s.add(stroke("M566 392 L548 180 M534 392 L548 300 M584 392 L556 300", s.tone(0.12), 5), at([path("M-34 -22 L20 -14 V14 L-34 22 Z", s.tone(0.14)), oval(-34, 0, 6, 22, s.tone(0.98, 0.04, 90))], 550, 168, 14), poly([(516, 142), (512, 184), (250, 250), (280, 90)], s.tone(0.98, 0.05, 90), opacity=0.22))
    s.add(path("M0 400 V318 Q4 262 36 258 Q70 262 76 318 L80 400 Z", s.tone(0.12)), disc(38, 234, 22, s.tone(0.12)), stroke("M66 296 L126 250", s.tone(0.12), 14), rect(112, 216, 66, 46, s.tone(0.16), transform="rotate(-20 145 240)"))
    return s


def cloud_sky():
    """The same aeroplane, as the lens has it."""
    s = frame(245, 0.06, seed=55)
    s.ground(s.fade([(0, s.tone(0.62, 0.09)), (1, s.tone(0.90, 0.04))]))
    s.add(disc(480, 84, 40, s.tone(0.98, 0.03, 90)), _cloud(s, 120, 112, 0.9), _cloud(s, 470, 150, 0.8, 0.95), _aeroplane(s, 306, 206, 1.25), _cloud(s, 260, 322, 1.5), _cloud(s, 540, 338, 1.3, 0.96), _cloud(s, 40, 372, 1.3, 0.95))
    return s


def stage_bars():
    """A paper crown on a bench, and the shadow of bars."""
    s = frame(335, 0.09, seed=56)
    s.ground(s.tone(0.44))
    s.add(*[poly([(x, 0), (x + 34, 0), (x + 150, 300), (x + 104, 300)], s.tone(0.24, 0.07), opacity=0.75) for x in range(-140, 600, 92)])
    s.add(rect(0, 296, 600, 26, s.tone(0.62, 0.07, 50)), rect(0, 322, 600, 78, s.tone(0.22, 0.06)), *[poly([(x + 104, 296), (x + 150, 296), (x + 164, 322), (x + 118, 322)], s.tone(0.32, 0.07, 30), opacity=0.8) for x in range(-140, 600, 92)])
    s.add(oval(330, 300, 116, 11, s.tone(0.18, 0.05), opacity=0.55))
    s.add(at([path("M-92 0 L-108 -108 L-60 -56 L-34 -134 L0 -62 L34 -134 L60 -56 L108 -108 L92 0 Z", s.tone(0.88, 0.12, 88)), path("M0 -62 L34 -134 L60 -56 L108 -108 L92 0 H20 Z", s.tone(0.78, 0.13, 80)), rect(-92, -26, 184, 10, s.tone(0.60, 0.15, 20)), *[disc(x, y, 7, s.tone(0.96, 0.04, 90)) for x, y in ((-108, -108), (-34, -134), (34, -134), (108, -108))], stroke("M88 -8 l26 -16", s.tone(0.95, 0.02), 4)], 320, 298, -3))
    return s


def stage_seats():
    """Rows of folding chairs from the stage; one has been pushed back."""
    s = frame(335, 0.07, seed=57)
    s.ground(s.fade([(0, s.tone(0.14)), (1, s.tone(0.34))]))
    s.add(rect(262, 34, 76, 96, s.tone(0.90, 0.09, 70)), poly([(262, 130), (338, 130), (470, 400), (130, 400)], s.tone(0.90, 0.09, 70), opacity=0.18))
    for row in range(4):
        y, size = 176 + row * 66, 30 + row * 9
        count = 8 - row
        for i in range(count):
            x = 300 + (i - (count - 1) / 2) * size * 1.75
            moved = (row, i) == (2, 4)
            s.add(chair_front(x + (16 if moved else 0), y + (10 if moved else 0), size, s.tone(0.20 + row * 0.02), s.tone(0.66 if moved else 0.30 + row * 0.05, 0.13 if moved else 0.08, 25 if moved else 335), 12 if moved else 0))
    return s


def potatoes():
    """A pan from above on a blue flame: four, and one on the tiles."""
    s = frame(205, 0.04, seed=58)
    s.ground(s.tone(0.74))
    for i in range(6):
        for j in range(9):
            s.add(rect(j * 76 - 36 + 1.5, i * 76 - 30 + 1.5, 73, 73, s.tone(s.random.choice([0.80, 0.82, 0.84]), 0.03)))
    s.add(oval(262, 214, 172, 172, s.tone(0.40), opacity=0.35), disc(250, 200, 172, s.tone(0.22, 0.02)))
    s.add(*[path(f"M{250 + 150 * math.cos(a):.1f} {200 + 150 * math.sin(a):.1f} L{250 + 172 * math.cos(a + 0.05):.1f} {200 + 172 * math.sin(a + 0.05):.1f} L{250 + 150 * math.cos(a + 0.1):.1f} {200 + 150 * math.sin(a + 0.1):.1f} Z", s.tone(0.66, 0.15, 250)) for a in [2 * math.pi * i / 36 for i in range(36)]])
    s.add(disc(250, 200, 146, s.tone(0.48, 0.14, 28)), disc(250, 200, 128, s.tone(0.32, 0.11, 28)), disc(250, 200, 124, s.fade([(0, s.tone(0.80, 0.03)), (1, s.tone(0.62, 0.04))])), rect(384, 184, 196, 34, s.tone(0.16, 0.02), rx=12), disc(556, 201, 7, s.tone(0.6)))
    for x, y, turn in ((208, 158, 20), (300, 176, -34), (212, 246, -12), (292, 258, 40)):
        s.add(at([oval(4, 6, 48, 36, s.tone(0.46, 0.04), opacity=0.5), oval(0, 0, 46, 34, s.tone(0.88, 0.085, 92)), oval(-12, -10, 18, 9, s.tone(0.95, 0.05, 95)), stroke("M10 8 q8 6 16 0 M-20 14 q6 4 12 0", s.tone(0.72, 0.09, 85), 2)], x, y, turn))
    s.add(at([oval(5, 8, 48, 35, s.tone(0.4), opacity=0.4), oval(0, 0, 46, 34, s.tone(0.52, 0.075, 66)), oval(-12, -10, 17, 8, s.tone(0.66, 0.075, 70)), *[oval(x, y, 2.6, 1.7, s.tone(0.36, 0.05, 60)) for x, y in ((10, 6), (20, -8), (-6, 14))]], 496, 92, -22))
    s.add(*[disc(250 + s.random.gauss(0, 70), 200 + s.random.gauss(0, 70), s.random.uniform(2, 6), s.tone(0.93, 0.02), opacity=0.55) for _ in range(26)])
    return s


def portrait_hanna():
    """The author in a dark coat with a pencil behind her ear, against the estuary."""
    s = Sheet(400, 400, 255, 0.05, seed=59)
    s.ground(s.fade([(0, s.tone(0.86, 0.04, 60)), (0.5, s.tone(0.93, 0.03, 80)), (0.51, s.tone(0.70, 0.04)), (1, s.tone(0.55, 0.05))]))
    s.add(*[rect(s.random.uniform(-20, 380), s.random.uniform(206, 330), s.random.uniform(30, 120), 2.4, s.tone(0.88, 0.03, 80), opacity=0.7) for _ in range(26)])
    s.add(path("M0 204 Q90 184 170 200 T400 190 V204 Z", s.tone(0.62, 0.045)), rect(322, 142, 30, 58, s.tone(0.38, 0.05)), poly([(314, 144), (337, 124), (360, 144)], s.tone(0.30, 0.05)), rect(328, 152, 18, 14, s.tone(0.92, 0.09, 85)))
    coat, hair, skin = s.tone(0.20, 0.035), s.tone(0.36, 0.05, 40), s.tone(0.80, 0.05, 55)
    s.add(path("M122 250 Q104 120 200 96 Q296 120 280 252 Q276 286 252 300 H146 Q124 286 122 250 Z", hair))
    s.add(at([rect(-46, -4, 80, 8, s.tone(0.80, 0.14, 85)), poly([(34, -4), (48, 0), (34, 4)], s.tone(0.9, 0.04, 80)), rect(-54, -4, 9, 8, s.tone(0.65, 0.12, 20))], 286, 182, -24))
    s.add(path("M40 400 Q52 318 140 300 L200 292 L262 300 Q350 318 360 400 Z", coat), path("M170 262 H232 V306 Q200 336 170 306 Z", s.tone(0.72, 0.055, 52)))
    s.add(path("M148 190 Q148 130 200 128 Q254 130 254 192 Q254 262 202 284 Q150 262 148 190 Z", skin), path("M140 212 Q132 118 206 116 Q272 124 262 214 Q256 166 222 150 Q176 160 150 186 Z", hair))
    s.add(path("M142 300 L200 338 L262 300 L292 330 L214 400 H188 L108 330 Z", s.tone(0.15, 0.03)), path("M168 300 L200 330 L234 300 L226 356 H176 Z", s.tone(0.60, 0.13, 30)))
    s.add(stroke("M166 204 q12 -9 26 0 M212 204 q12 -9 26 0", s.tone(0.27, 0.04, 40), 3.4), disc(179, 214, 4.4, s.tone(0.2)), disc(225, 214, 4.4, s.tone(0.2)), path("M203 214 Q196 238 207 242", stroke=s.tone(0.62, 0.07, 45), stroke_width=3, stroke_linecap="round"), path("M184 258 Q202 266 220 256", stroke=s.tone(0.52, 0.12, 25), stroke_width=4, stroke_linecap="round"))
    s.add(group([disc(179, 214, 17, "none", stroke=s.tone(0.24, 0.03), stroke_width=3), disc(225, 214, 17, "none", stroke=s.tone(0.24, 0.03), stroke_width=3), path("M196 212 Q202 207 208 212 M242 210 L256 204", stroke=s.tone(0.24, 0.03), stroke_width=3)]))
    return s


DRAWINGS = {
    "frame-hands": hands,
    "frame-oven-rail": oven_rail,
    "frame-circle-floor": circle_floor,
    "frame-cloud-set": cloud_set,
    "frame-cloud-sky": cloud_sky,
    "frame-stage-bars": stage_bars,
    "frame-stage-seats": stage_seats,
    "frame-potatoes": potatoes,
    "portrait-hanna": portrait_hanna,
}
