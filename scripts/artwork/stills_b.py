"""Wide pictures: Ikiru, Jeanne Dielman, A Man Escaped, Sing Sing, The Straight Story."""

# ruff: noqa: E501
# fmt: off
# One shape a line: a drawing is read, and changed, shape by shape.

import math

from .kit import at, disc, group, oval, path, poly, rect, still, stroke
from .people import chair_front, standing


def ikiru():
    """An empty swing at night, footprints, and a hat on the snow."""
    s = still(300, 0.035, seed=41)
    s.ground(s.fade([(0, s.tone(0.20, 0.045)), (0.7, s.tone(0.46, 0.045)), (1, s.tone(0.5))]))
    for x in range(0, 880, 46):
        h = s.random.uniform(30, 130)
        s.add(rect(x, 240 - h, 42, 100 + h, s.tone(0.26, 0.045)))
        s.add(*[rect(x + 8 + 14 * (k % 2), 250 - h + 22 * k, 6, 8, s.tone(0.88, 0.09, 85)) for k in range(4) if s.random.random() < 0.33])
    s.add(path("M0 286 Q200 262 430 276 T880 266 V400 H0 Z", s.fade([(0, s.tone(0.93, 0.012)), (1, s.tone(0.78, 0.03))])))
    s.add(oval(664, 312, 150, 26, s.glow([(0, s.tone(0.99, 0.03, 85)), (1, s.tone(0.99, 0.03, 85), 0)])))
    s.add(rect(726, 92, 6, 206, s.tone(0.15, 0.03)), path("M729 94 Q729 74 690 78", stroke=s.tone(0.15, 0.03), stroke_width=6), path("M672 84 Q690 62 708 84 Z", s.tone(0.15, 0.03)), poly([(676, 84), (704, 84), (790, 316), (560, 316)], s.fade([(0, s.tone(0.97, 0.06, 85), 0.5), (1, s.tone(0.97, 0.06, 85), 0)])))
    post = s.tone(0.14, 0.03)
    s.add(stroke("M250 330 L278 84 L306 324 M470 326 L446 84 L424 318 M262 84 H462", post, 7))
    s.add(stroke("M330 86 L342 262 M394 86 L378 264", post, 2), poly([(336, 262), (384, 264), (383, 271), (335, 269)], post), oval(360, 326, 44, 6, s.tone(0.58, 0.04), opacity=0.8))
    for i in range(11):
        x, y = 392 + i * 34, 334 + 8 * math.sin(i * 0.8) + i * 2.4
        s.add(oval(x, y + (6 if i % 2 else -3), 8, 3.4, s.tone(0.62, 0.045)))
    s.add(oval(570, 330, 42, 7, s.tone(0.60, 0.045)), oval(568, 322, 38, 7, s.tone(0.11, 0.02)), path("M544 322 Q542 290 566 294 Q592 288 592 322 Z", s.tone(0.11, 0.02)), path("M544 318 Q568 326 592 318 L592 310 Q568 318 544 310 Z", s.tone(0.38, 0.04)))
    s.add(*[disc(s.random.uniform(0, 880), s.random.uniform(0, 400), s.random.uniform(0.9, 3.2), "#fff", opacity=round(s.random.uniform(0.5, 1), 2)) for _ in range(240)])
    return s


def jeanne_dielman():
    """A dining table after dark: a tureen, a chair drawn up, a blue light from across the street."""
    s = still(205, 0.05, seed=42)
    s.ground(s.tone(0.24, 0.045))
    for x in range(0, 880, 22):
        s.add(rect(x, 0, 11, 262, s.tone(0.265, 0.05)))
    blue = s.tone(0.70, 0.12, 245)
    s.add(poly([(300, 0), (560, 0), (700, 262), (330, 262)], blue, opacity=0.20), poly([(352, 0), (430, 0), (500, 262), (392, 262)], blue, opacity=0.25))
    s.add(rect(0, 262, 880, 138, s.tone(0.17, 0.035)), rect(0, 254, 880, 10, s.tone(0.34, 0.05)))
    s.add(rect(36, 26, 150, 228, s.tone(0.14, 0.03)), *[rect(44 + i * 71, 34, 63, 212, s.fade([(0, blue), (1, s.tone(0.42, 0.10, 250))])) for i in range(2)], rect(36, 130, 150, 6, s.tone(0.14, 0.03)))
    s.add(path("M26 18 Q70 140 30 256 L12 256 V18 Z", s.tone(0.46, 0.05)), path("M196 18 Q152 140 192 256 L212 256 V18 Z", s.tone(0.40, 0.05)))
    s.add(rect(640, 60, 210, 194, s.tone(0.19, 0.05, 40)), rect(650, 72, 92, 84, s.tone(0.42, 0.07, 225)), rect(748, 72, 92, 84, s.tone(0.38, 0.06, 225)), rect(650, 166, 190, 80, s.tone(0.22, 0.05, 40)),
          *[rect(662 + i * 22, 96, 13, 50, s.tone(0.78, 0.04)) for i in range(3)], *[oval(776 + i * 20, 140, 9, 6, s.tone(0.72, 0.04)) for i in range(3)], disc(744, 206, 3, s.tone(0.7, 0.08, 80)))
    s.add(poly([(244, 300), (640, 300), (700, 352), (184, 352)], s.tone(0.60, 0.05)), poly([(350, 300), (470, 300), (510, 352), (352, 352)], blue, opacity=0.5), poly([(184, 352), (700, 352), (694, 384), (190, 384)], s.tone(0.46, 0.05)))
    s.add(*[path(f"M{190 + i * 32} 384 q8 12 16 0 t16 0", s.tone(0.46, 0.05)) for i in range(16)])
    s.add(oval(442, 330, 66, 9, s.tone(0.2, 0.04), opacity=0.5), path("M386 292 Q388 330 420 332 H464 Q496 330 498 292 Z", s.tone(0.93, 0.015, 80)), oval(442, 292, 58, 9, s.tone(0.84, 0.02, 80)), path("M390 288 Q442 246 494 288 Z", s.tone(0.95, 0.015, 80)), disc(442, 264, 7, s.tone(0.93, 0.015, 80)),
          path("M386 302 q-16 2 -12 14 M498 302 q16 2 12 14", stroke=s.tone(0.93, 0.015, 80), stroke_width=5), path("M404 306 Q442 318 480 306", stroke=s.tone(0.45, 0.11, 250), stroke_width=4))
    s.add(stroke("M580 400 V282 Q580 240 612 240 Q644 240 644 282 V400 M580 330 H644 M596 246 V330 M612 241 V330 M628 246 V330", s.tone(0.10, 0.03), 8))
    s.add(stroke("M560 336 L592 330", s.tone(0.85, 0.02), 3), disc(556, 333, 5, "none", stroke=s.tone(0.85, 0.02), stroke_width=2.4), disc(560, 342, 5, "none", stroke=s.tone(0.85, 0.02), stroke_width=2.4))
    s.add(stroke("M300 0 V40", s.tone(0.1, 0.02), 3), path("M262 76 Q266 42 300 40 Q334 42 338 76 Z", s.tone(0.32, 0.06)), oval(300, 76, 38, 5, s.tone(0.15, 0.03)))
    return s


def a_man_escaped():
    """The outer wall by night: a rope of blankets, a hook, gravel, and half a bicycle."""
    s = still(255, 0.04, seed=43)
    s.ground(s.fade([(0, s.tone(0.16, 0.05)), (1, s.tone(0.32, 0.06))]))
    s.add(*[disc(s.random.uniform(0, 880), s.random.uniform(0, 110), s.random.uniform(0.6, 1.5), "#fff", opacity=0.6) for _ in range(60)])
    s.add(rect(0, 84, 620, 240, s.fade([(0, s.tone(0.46, 0.03)), (1, s.tone(0.28, 0.03))], x2=1, y2=0)), rect(0, 74, 630, 14, s.tone(0.55, 0.03)))
    for i in range(10):
        for j in range(9):
            if s.random.random() < 0.55:
                s.add(rect(j * 72 - (36 if i % 2 else 0), 90 + i * 24, 69, 21, s.tone(0.3 + s.random.random() * 0.12, 0.03), opacity=0.5))
    s.add(rect(620, 132, 260, 192, s.tone(0.22, 0.035)), *[rect(650 + i * 76, 172, 34, 46, s.tone(0.10, 0.02)) for i in range(3)], *[rect(650 + i * 76 + b * 10, 172, 2.6, 46, s.tone(0.42, 0.03)) for i in range(3) for b in range(4)])
    s.add(rect(0, 322, 880, 78, s.tone(0.40, 0.03)))
    for _ in range(900):
        y = 324 + 76 * s.random.random()
        s.add(oval(s.random.uniform(0, 880), y, 1.2 + (y - 320) / 30, 0.9 + (y - 320) / 46, s.tone(s.random.uniform(0.3, 0.66), 0.02), opacity=0.85))
    s.add(poly([(700, 400), (880, 334), (880, 400)], s.tone(0.12, 0.03), opacity=0.35))
    rope = "M300 78 C306 120 292 160 302 200 S296 270 306 318"
    s.add(path(rope, stroke=s.tone(0.22, 0.03), stroke_width=11, opacity=0.5, transform="translate(9 5)"), path(rope, stroke=s.tone(0.90, 0.025, 80), stroke_width=7.5, stroke_linecap="round"), path(rope, stroke=s.tone(0.62, 0.04, 70), stroke_width=7.5, stroke_dasharray="3 9"))
    s.add(*[oval(x, y, 8.5, 6.5, s.tone(0.84, 0.03, 80)) for x, y in ((301, 118), (298, 166), (302, 212), (299, 262))])
    s.add(stroke("M300 92 V66 Q300 52 286 52 Q272 52 272 66 M300 66 Q300 50 316 52 Q328 54 327 68", s.tone(0.80, 0.02), 5))
    s.add(group([standing(0, 0, 132, s.tone(0.07, 0.02))], transform="translate(742 352) scale(1 1)"), poly([(736, 352), (750, 352), (560, 400), (512, 400)], s.tone(0.10, 0.02), opacity=0.7), path("M722 226 Q742 206 764 226 L766 232 H720 Z", s.tone(0.07, 0.02)), stroke("M756 260 L770 206 M774 184 L769 214", s.tone(0.07, 0.02), 4))
    wheel = s.tone(0.06, 0.02)
    s.add(disc(64, 348, 46, "none", stroke=wheel, stroke_width=4), *[path(f"M64 348 L{64 + 46 * math.cos(a * math.pi / 8):.1f} {348 + 46 * math.sin(a * math.pi / 8):.1f}", stroke=wheel, stroke_width=1) for a in range(16)], stroke("M64 348 L96 282 M96 282 L30 268 L-10 330 M84 276 Q106 262 120 274", wheel, 5))
    s.add(disc(556, 44, 20, s.tone(0.95, 0.02, 90)))
    return s


def sing_sing():
    """A rehearsal: nine men with their arms thrown up, chairs pushed back, light from high windows."""
    s = still(335, 0.09, seed=44)
    s.ground(s.fade([(0, s.tone(0.42)), (1, s.tone(0.33))]))
    for i in range(5):
        x = 60 + i * 164
        s.add(rect(x, 26, 104, 112, s.tone(0.25, 0.07)), rect(x + 5, 31, 94, 102, s.fade([(0, s.tone(0.96, 0.045, 75)), (1, s.tone(0.86, 0.10, 50))])), *[rect(x + 5 + k * 15.6, 31, 3, 102, s.tone(0.25, 0.07)) for k in range(1, 6)], rect(x + 5, 80, 94, 3, s.tone(0.25, 0.07)))
        s.add(poly([(x + 5, 133), (x + 99, 133), (x + 210, 400), (x + 40, 400)], s.tone(0.95, 0.07, 65), opacity=0.13))
    s.add(rect(0, 266, 880, 134, s.tone(0.30, 0.075)), rect(0, 262, 880, 6, s.tone(0.52)))
    for i in range(5):
        x = 108 + i * 164
        s.add(poly([(x + 50, 276), (x + 120, 276), (x + 190, 400), (x + 60, 400)], s.tone(0.86, 0.09, 55), opacity=0.35))
    men = [(120, 330, 128), (212, 318, 118), (300, 336, 136), (392, 322, 122), (470, 344, 146), (560, 322, 120), (640, 336, 138), (724, 320, 118), (800, 334, 128)]
    for i, (x, y, h) in enumerate(men):
        ink = s.tone(0.15 + 0.03 * (i % 3), 0.05)
        s.add(poly([(x - 9, y), (x + 9, y), (x + 60, y + 46), (x + 26, y + 46)], s.tone(0.14, 0.04), opacity=0.4))
        s.add(standing(x, y, h, ink))
        lift = (0.42, 0.5, 0.36, 0.46, 0.52, 0.40, 0.48, 0.38, 0.5)[i]
        for side in (-1, 1):
            reach = h * (0.32 + 0.06 * ((i + side) % 3))
            s.add(stroke(f"M{x + side * h * 0.11:.0f} {y - h * 0.76:.0f} L{x + side * reach:.0f} {y - h * (0.86 + lift * 0.3):.0f} L{x + side * (reach + 6):.0f} {y - h * (0.92 + lift * 0.62):.0f}", ink, h * 0.075))
    s.add(chair_front(44, 388, 46, s.tone(0.16, 0.05), s.tone(0.62, 0.13, 20), -8), chair_front(846, 394, 50, s.tone(0.16, 0.05), s.tone(0.62, 0.13, 20), 10))
    crown = [path("M-30 0 L-36 -34 L-18 -14 L0 -42 L18 -14 L36 -34 L30 0 Z", s.tone(0.86, 0.13, 85)), oval(0, 0, 30, 6, s.tone(0.74, 0.13, 80))]
    s.add(oval(376, 384, 44, 6, s.tone(0.14, 0.04), opacity=0.5), at(crown, 374, 378, -5))
    return s


def straight_story():
    """A mower and its trailer in profile on a ridge, with all that sky."""
    s = still(70, 0.11, seed=45)
    s.ground(s.fade([(0, s.tone(0.40, 0.09, 285)), (0.35, s.tone(0.66, 0.12, 20)), (0.72, s.tone(0.86, 0.12, 72)), (1, s.tone(0.93, 0.09, 85))]))
    s.add(disc(610, 268, 92, s.tone(0.97, 0.07, 90)))
    s.add(*[path(f"M{x} {y} q{w / 2} -9 {w} 0 q-{w / 2} 5 -{w} 0 Z", s.tone(0.93, 0.08, 60), opacity=0.5) for x, y, w in ((60, 92, 210), (300, 60, 150), (470, 128, 260), (700, 76, 180), (180, 166, 160))])
    s.add(path("M0 316 Q220 292 470 308 T880 300 V400 H0 Z", s.tone(0.46, 0.11, 62)))
    for i in range(60):
        x = i * 15 + s.random.uniform(-3, 3)
        h = s.random.uniform(16, 34)
        s.add(stroke(f"M{x:.0f} 404 V{386 - h:.0f} M{x:.0f} {398 - h:.0f} q-9 -8 -12 -1 M{x:.0f} {394 - h:.0f} q9 -9 13 -1", s.tone(0.24, 0.06, 70), 2.6))
    ink = s.tone(0.17, 0.04, 40)
    s.add(rect(0, 312, 880, 7, s.tone(0.20, 0.04, 40), transform="rotate(-0.6 440 315)"))
    mower = [path("M0 0 V-26 Q2 -40 20 -42 H66 Q76 -42 78 -30 V0 Z", s.tone(0.38, 0.10, 145)), rect(-44, -20, 50, 16, s.tone(0.38, 0.10, 145)), rect(-40, -34, 26, 8, s.tone(0.78, 0.15, 90)), rect(-44, -56, 8, 30, s.tone(0.78, 0.15, 90)), disc(-26, 0, 18, ink), disc(-26, 0, 7, s.tone(0.78, 0.15, 90)), disc(58, 4, 13, ink), disc(58, 4, 5, s.tone(0.78, 0.15, 90)), stroke("M8 -28 L-4 -58 M-12 -60 L4 -56", ink, 4)]
    man = [path("M-42 -34 Q-46 -84 -26 -88 Q-10 -88 -10 -66 L-12 -34 Z", s.tone(0.36, 0.12, 25)), stroke("M-24 -76 L-14 -60 L-6 -58", s.tone(0.36, 0.12, 25), 8), stroke("M-16 -36 L4 -34 L6 -8", s.tone(0.30, 0.06, 255), 10), disc(-22, -98, 10, s.tone(0.72, 0.06, 60)), oval(-21, -103, 21, 4, ink), path("M-34 -103 Q-34 -118 -22 -116 Q-8 -118 -9 -103 Z", ink)]
    trailer = [rect(-214, -66, 126, 58, s.tone(0.84, 0.05, 85), rx=4), rect(-220, -72, 138, 8, ink, rx=3), rect(-196, -54, 30, 24, s.tone(0.42, 0.05)), rect(-130, -54, 24, 46, s.tone(0.58, 0.06, 60)), disc(-176, -2, 14, ink), disc(-176, -2, 5, s.tone(0.7, 0.02)), stroke("M-88 -6 H-44", ink, 5), stroke("M-214 -40 L-244 -40 L-244 -118", ink, 2.4), poly([(-244, -118), (-216, -110), (-244, -100)], s.tone(0.68, 0.19, 48))]
    s.add(at([*trailer, *mower, *man], 400, 300, -0.6, 1.12))
    s.add(rect(792, 232, 6, 74, ink), rect(770, 240, 50, 20, ink), *[rect(x, 290, 3, 20, ink) for x in (20, 84, 148, 212)], stroke("M0 297 Q120 292 236 300", ink, 1.6))
    return s


DRAWINGS = {
    "still-ikiru": ikiru,
    "still-jeanne-dielman": jeanne_dielman,
    "still-a-man-escaped": a_man_escaped,
    "still-sing-sing": sing_sing,
    "still-straight-story": straight_story,
}
