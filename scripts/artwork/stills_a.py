"""Wide pictures: The Work, one room, Aftersun, After Life, The Gleaners and I, Tokyo Story."""

# ruff: noqa: E501
# fmt: off
# One shape a line: a drawing is read, and changed, shape by shape.

import math

from .kit import CUE, at, disc, group, oval, path, poly, rect, still, stroke
from .people import chair_front, standing


def the_work():
    """Fourteen chairs in a ring under one lamp; one of them is only an outline."""
    s = still(195, 0.04, seed=31)
    s.ground(s.fade([(0, s.tone(0.13)), (0.5, s.tone(0.22)), (1, s.tone(0.15))]))
    s.add(rect(0, 0, 880, 176, s.fade([(0, s.tone(0.12)), (1, s.tone(0.25))])), rect(0, 176, 880, 3, s.tone(0.34)))
    s.add(*[rect(x, 0, 2, 176, s.tone(0.19)) for x in range(40, 880, 80)])
    s.add(oval(440, 290, 430, 116, s.glow([(0, s.tone(0.82, 0.03)), (0.5, s.tone(0.58)), (0.85, s.tone(0.30)), (1, s.tone(0.22), 0)])))
    s.add(poly([(428, 24), (452, 24), (800, 300), (80, 300)], s.fade([(0, s.tone(0.95, 0.03), 0.34), (1, s.tone(0.95, 0.03), 0)])))
    s.add(stroke("M440 -4 V14", s.tone(0.4), 3), path("M414 28 Q418 12 440 12 Q462 12 466 28 Z", s.tone(0.36)), oval(440, 28, 26, 4, s.tone(0.98, 0.03, 95)))
    ring = []
    for i in range(14):
        angle = 2 * math.pi * i / 14
        x, y = 440 + 268 * math.cos(angle), 262 + 96 * math.sin(angle)
        ring.append((y, x, i))
    for y, x, i in sorted(ring):
        size = 30 + (y - 188) * 0.16
        dx, dy = (x - 440) * 0.20, (y - 262) * 0.34
        s.add(s.blur([poly([(x - size * 0.45, y), (x + size * 0.45, y), (x + dx + size * 0.6, y + dy + 8), (x + dx - size * 0.6, y + dy + 8)], s.tone(0.10), opacity=0.5)], 3))
        if i == 11:
            s.add(group([chair_front(x, y, size, CUE, "none").replace('fill="none"/>', f'fill="none" stroke="{CUE}" stroke-width="2.2"/>')]))
            continue
        near = y > 268
        s.add(chair_front(x, y, size, s.tone(0.30 if near else 0.62), s.tone(0.86 if not near else 0.42 + 0.1 * (i % 2), 0.02), s.random.uniform(-2.5, 2.5)))
    return s


def one_room():
    """A long table, twelve chairs, one window, one fan, one door."""
    s = still(70, 0.05, seed=32)
    s.ground(s.tone(0.50, 0.055))
    s.add(poly([(0, 0), (880, 0), (690, 52), (190, 52)], s.tone(0.40, 0.045)), poly([(0, 0), (190, 52), (190, 262), (0, 400)], s.tone(0.44, 0.05)),
          poly([(880, 0), (690, 52), (690, 262), (880, 400)], s.tone(0.38, 0.045)), rect(190, 52, 500, 210, s.tone(0.60, 0.06)), poly([(190, 262), (690, 262), (880, 400), (0, 400)], s.tone(0.30, 0.045)))
    s.add(rect(270, 84, 92, 122, s.tone(0.94, 0.06, 85)), rect(394, 84, 92, 122, s.tone(0.94, 0.06, 85)))
    for x in (270, 394):
        s.add(path(f"M{x} 206 V160 h18 v-28 h22 v20 h20 v-40 h16 v54 h16 V206 Z", s.tone(0.80, 0.07, 80)), rect(x + 44, 84, 4, 122, s.tone(0.34, 0.05)), rect(x, 143, 92, 4, s.tone(0.34, 0.05)))
        s.add(path(f"M{x - 4} 80 h100 v130 h-100 Z", stroke=s.tone(0.34, 0.05), stroke_width=7))
    s.add(rect(572, 104, 70, 158, s.tone(0.36, 0.06, 55)), rect(582, 116, 50, 58, s.tone(0.42, 0.06, 55)), rect(582, 188, 50, 62, s.tone(0.42, 0.06, 55)), disc(630, 184, 4, s.tone(0.85, 0.1, 85)))
    s.add(poly([(270, 262), (486, 262), (560, 400), (150, 400)], s.tone(0.94, 0.07, 85), opacity=0.16))
    s.add(poly([(252, 250), (628, 250), (700, 330), (180, 330)], s.tone(0.46, 0.085, 50)), poly([(180, 330), (700, 330), (700, 344), (180, 344)], s.tone(0.26, 0.05, 45)))
    s.add(*[poly([(x, y), (x + 22, y - 2), (x + 25, y + 8), (x + 2, y + 10)], s.tone(0.95, 0.02)) for x, y in ((284, 262), (352, 268), (430, 261), (506, 270), (574, 262), (250, 296), (330, 304), (420, 298), (512, 306), (606, 296), (470, 282))])
    s.add(oval(560, 296, 22, 6, s.tone(0.2, 0.04), opacity=0.6), oval(560, 291, 17, 5, s.tone(0.82, 0.04)), stroke("M552 289 l-14 -12", s.tone(0.95, 0.02), 3))
    for i in range(5):
        s.add(chair_front(286 + i * 77, 262, 30, s.tone(0.20, 0.04, 50), s.tone(0.27, 0.05, 50)))
    for i in range(5):
        s.add(chair_front(236 + i * 102, 398, 50, s.tone(0.13, 0.03, 50), s.tone(0.18, 0.04, 50)))
    s.add(at([disc(0, 0, 30, "none", stroke=s.tone(0.20, 0.03), stroke_width=3), *[path("M0 0 Q12 -20 26 -8 Q18 2 0 0 Z", s.tone(0.24, 0.03), transform=f"rotate({90 * i})") for i in range(4)], disc(0, 0, 5, s.tone(0.2, 0.03)), rect(-3, 30, 6, 16, s.tone(0.2, 0.03))], 232, 96, 0, 0.8))
    s.add(chair_front(742, 392, 62, s.tone(0.13, 0.03, 50), s.tone(0.97, 0.012, 90), 4))
    return s


def aftersun():
    """The shallow end at night, lit from under; a ladder, a rubber ring, one deck chair."""
    s = still(350, 0.07, seed=33)
    s.ground(s.fade([(0, s.tone(0.13, 0.05, 300)), (0.4, s.tone(0.24, 0.08, 330)), (0.47, s.tone(0.30, 0.09))]))
    s.add(path("M0 176 Q120 120 250 158 T520 140 T880 160 V196 H0 Z", s.tone(0.15, 0.05, 320)))
    s.add(rect(540, 54, 300, 136, s.tone(0.19, 0.06, 325)), rect(540, 54, 300, 5, s.tone(0.36, 0.08)))
    for i in range(9):
        for j in range(3):
            lit = (i, j) in ((1, 1), (4, 0), (5, 2), (7, 1))
            s.add(rect(560 + i * 30, 72 + j * 32, 18, 22, s.tone(0.88, 0.10, 80) if lit else s.tone(0.27, 0.07, 320)))
    s.add(rect(0, 188, 880, 40, s.tone(0.44, 0.09)), rect(0, 222, 880, 8, s.tone(0.72, 0.06)))
    s.add(rect(0, 230, 880, 170, s.glow([(0, s.tone(0.90, 0.07, 195)), (0.35, s.tone(0.72, 0.10, 205)), (1, s.tone(0.34, 0.08, 240))], cx=0.34, cy=0.35, r=0.75)))
    for _ in range(34):
        y = 240 + 160 * s.random.random() ** 0.8
        x, w = s.random.uniform(-40, 820), s.random.uniform(40, 150)
        s.add(stroke(f"M{x:.0f} {y:.0f} q{w / 4:.0f} -7 {w / 2:.0f} 0 t{w / 2:.0f} 0", s.tone(0.97, 0.03, 190), 1.6, opacity=round(s.random.uniform(0.15, 0.6), 2)))
    s.add(stroke("M196 290 V196 Q196 170 216 170 Q232 170 232 190 M250 290 V196 Q250 170 270 170 Q286 170 286 190", s.tone(0.94, 0.01), 5), *[stroke(f"M196 {y} H250", s.tone(0.86, 0.02), 4) for y in (244, 264, 284)])
    s.add(oval(612, 320, 66, 19, s.tone(0.22, 0.08, 260), opacity=0.35))
    ring = [oval(0, 0, 60, 20, "none", stroke=s.tone(0.97, 0.01), stroke_width=17), *[path(f"M{60 * math.cos(a):.1f} {20 * math.sin(a):.1f} A60 20 0 0 1 {60 * math.cos(a + 0.5):.1f} {20 * math.sin(a + 0.5):.1f}", stroke=s.tone(0.66, 0.17, 20), stroke_width=17) for a in (0.2, 1.5, 2.8, 4.1, 5.3)]]
    s.add(at(ring, 600, 304, -3))
    s.add(stroke("M396 216 L440 172 L476 216 M424 216 L384 140", s.tone(0.92, 0.02), 5), path("M388 144 L436 194 L470 190 Q430 178 408 138 Z", s.tone(0.74, 0.12, 15)))
    s.add(disc(96, 58, 17, s.tone(0.96, 0.03, 90)))
    return s


def after_life():
    """Reception: a bench by a tall window, fog, and a folder on the sill."""
    s = still(255, 0.018, seed=34)
    s.ground(s.fade([(0, s.tone(0.40)), (1, s.tone(0.32))]))
    s.add(rect(0, 300, 880, 100, s.tone(0.26)), rect(0, 296, 880, 6, s.tone(0.48)))
    fog = s.fade([(0, s.tone(0.86)), (0.6, s.tone(0.96, 0.01, 90)), (1, s.tone(0.92))])
    for i in range(4):
        x = 96 + i * 118
        s.add(rect(x, 36, 96, 230, s.tone(0.25)), rect(x + 6, 42, 84, 218, fog))
        s.add(s.clip(rect(x + 6, 42, 84, 218, "#fff"), [
            stroke("M250 270 Q240 190 262 120 M258 190 Q220 150 206 110 M256 160 Q290 130 300 92 M262 140 L280 82", s.tone(0.76), 6),
            stroke("M470 270 Q476 200 460 150 M468 200 Q500 170 506 140", s.tone(0.83), 5), standing(392, 262, 120, s.tone(0.72)), standing(446, 256, 96, s.tone(0.82)), standing(150, 254, 84, s.tone(0.86))]))
        s.add(rect(x + 45, 42, 5, 218, s.tone(0.28)), rect(x + 6, 118, 84, 5, s.tone(0.28)))
        s.add(poly([(x + 6, 302), (x + 90, 302), (x + 186, 400), (x + 74, 400)], s.tone(0.97, 0.01, 90), opacity=0.20))
    s.add(rect(84, 264, 480, 10, s.tone(0.58)))
    s.add(rect(636, 70, 128, 230, s.tone(0.22)), rect(644, 78, 112, 222, s.tone(0.52)), rect(660, 104, 80, 62, s.tone(0.94, 0.05, 88)), rect(652, 166, 96, 9, s.tone(0.70)))
    s.add(disc(700, 138, 13, s.tone(0.28)), path("M676 166 Q678 150 700 150 Q722 150 724 166 Z", s.tone(0.28)), rect(682, 160, 26, 6, s.tone(0.97, 0.01)))
    s.add(at([disc(0, 0, 23, s.tone(0.96, 0.01)), disc(0, 0, 23, "none", stroke=s.tone(0.2), stroke_width=4), stroke("M0 0 V-15 M0 0 L-11 -4", s.tone(0.2), 3)], 820, 86))
    bench = s.tone(0.17)
    s.add(rect(196, 306, 260, 12, s.tone(0.46, 0.04, 60)), rect(196, 318, 260, 4, bench), *[rect(x, 320, 8, 48, bench) for x in (210, 434)])
    s.add(oval(326, 372, 150, 6, s.tone(0.15), opacity=0.5))
    s.add(at([rect(-26, -34, 52, 34, s.tone(0.38, 0.05, 55), rx=3), path("M-10 -34 V-42 H10 V-34", stroke=s.tone(0.2), stroke_width=4), rect(-26, -20, 52, 3, s.tone(0.28, 0.04, 55))], 408, 306))
    s.add(path("M222 306 Q226 282 254 284 Q270 286 272 306 Z", s.tone(0.55, 0.10, 20)), oval(247, 306, 34, 4, s.tone(0.48, 0.10, 20)))
    return s


def gleaners():
    """A field after the harvester: furrows, what was left, and one heart."""
    s = still(70, 0.09, seed=35)
    s.ground(s.fade([(0, s.tone(0.87, 0.06, 85)), (0.42, s.tone(0.93, 0.07, 85))]))
    s.add(disc(652, 138, 52, s.tone(0.98, 0.04, 92)))
    s.add(path("M0 168 Q220 150 440 164 T880 156 V400 H0 Z", s.tone(0.70, 0.12, 72)))
    for i in range(16):
        x = 440 + (i - 7.5) * 34
        x2 = 440 + (i - 7.5) * 178
        s.add(poly([(x - 3, 163), (x + 3, 163), (x2 + 34, 400), (x2 - 34, 400)], s.tone(0.58, 0.11, 65), opacity=0.85))
    s.add(at([rect(-30, -26, 46, 20, s.tone(0.36, 0.09, 45), rx=3), rect(-8, -44, 22, 20, s.tone(0.28, 0.05)), rect(-4, -40, 14, 11, s.tone(0.85, 0.05)), disc(-18, -6, 9, s.tone(0.2, 0.03)), disc(10, -5, 12, s.tone(0.2, 0.03)), poly([(16, -24), (62, -46), (64, -41), (16, -14)], s.tone(0.36, 0.09, 45))], 190, 168))
    s.add(*[disc(258 + i * 7, 132 + i * i * 2.1, 2.4, s.tone(0.46, 0.08, 60)) for i in range(4)])
    for _ in range(46):
        depth = s.random.random() ** 0.7
        y = 186 + depth * 200
        x, size = s.random.uniform(0, 880), 3 + depth * 17
        if abs(x - 548) < 76 and y > 280:
            continue
        s.add(oval(x, y + size * 0.66, size * 1.15, size * 0.3, s.tone(0.32, 0.07), opacity=0.5), oval(x, y, size, size * s.random.uniform(0.62, 0.8), s.tone(s.random.uniform(0.48, 0.6), 0.08, 64), transform=f"rotate({s.random.uniform(-30, 30):.0f} {x:.0f} {y:.0f})"),
              oval(x - size * 0.3, y - size * 0.24, size * 0.36, size * 0.16, s.tone(0.70, 0.08, 72)))
    heart = "M0 34 C-14 22 -40 8 -40 -16 C-40 -38 -12 -42 0 -20 C12 -42 42 -38 40 -14 C38 8 14 22 0 34 Z"
    s.add(oval(552, 366, 58, 10, s.tone(0.28, 0.07), opacity=0.55))
    s.add(at([path(heart, s.tone(0.50, 0.09, 58)), path("M-30 -22 C-26 -36 -8 -34 -2 -18 C-14 -24 -24 -22 -30 -6 Z", s.tone(0.68, 0.09, 70)), *[oval(x, y, 2.6, 1.7, s.tone(0.34, 0.06)) for x, y in ((-14, 0), (18, -16), (10, 10), (-4, 20))]], 548, 326, 12, 1.12))
    return s


def tokyo_story():
    """A room in Onomichi: screen behind screen, a fan, a kettle, the sea at the end."""
    s = still(250, 0.012, seed=36)
    wood, paper = s.tone(0.26, 0.012, 60), s.tone(0.90, 0.014, 85)
    s.ground(s.tone(0.74, 0.014, 85))
    s.add(rect(0, 318, 880, 82, s.tone(0.60, 0.02, 95)), *[poly([(440 + (x - 440) * 0.9, 318), (440 + (x - 440) * 0.9 + 3, 318), (x + 3, 400), (x - 2, 400)], s.tone(0.36, 0.015, 90)) for x in (40, 300, 580, 840)])
    s.add(rect(300, 60, 330, 232, s.tone(0.83, 0.013, 85)), rect(378, 84, 176, 150, s.fade([(0, s.tone(0.95, 0.012, 85)), (0.5, s.tone(0.90, 0.012, 85)), (0.51, s.tone(0.66)), (1, s.tone(0.58))])))
    s.add(path("M378 160 Q420 132 462 152 Q510 128 554 150 V160 H378 Z", s.tone(0.70)), poly([(436, 184), (470, 184), (463, 192), (443, 192)], s.tone(0.26)), poly([(452, 182), (452, 156), (468, 182)], s.tone(0.97, 0.01)))
    s.add(*[rect(s.random.uniform(380, 520), y, s.random.uniform(12, 36), 1.6, s.tone(0.84)) for y in range(166, 232, 8)])
    s.add(path("M378 84 h176 v150 h-176 Z", stroke=wood, stroke_width=6), rect(330, 292, 272, 26, s.tone(0.52, 0.018, 90)))
    for x in (300, 566):
        s.add(rect(x, 60, 64, 232, paper), *[rect(x, 60 + i * 29, 64, 2, wood) for i in range(8)], *[rect(x + i * 21.3, 60, 2, 232, wood) for i in range(4)])
    for x, w in ((20, 216), (644, 216)):
        s.add(rect(x, 26, w, 300, paper), *[rect(x, 26 + i * 33, w, 3, wood) for i in range(8)], *[rect(x + i * w / 5, 26, 3, 231, wood) for i in range(6)], rect(x, 257, w, 69, s.tone(0.42, 0.02, 60)), path(f"M{x} 26 h{w} v300 h-{w} Z", stroke=wood, stroke_width=7))
    s.add(rect(0, 0, 880, 22, wood), rect(236, 22, 12, 304, wood), rect(632, 22, 12, 304, wood), rect(248, 52, 384, 7, wood))
    s.add(oval(332, 362, 92, 7, s.tone(0.34, 0.012, 80), opacity=0.6), rect(246, 340, 172, 9, s.tone(0.20, 0.012, 60), rx=2), rect(262, 349, 8, 15, wood), rect(394, 349, 8, 15, wood))
    s.add(path("M296 340 Q288 316 306 308 H330 Q348 316 340 340 Z", s.tone(0.15)), path("M300 310 Q318 280 336 310", stroke=s.tone(0.15), stroke_width=3.5), path("M340 320 L358 310 L356 322 L341 332 Z", s.tone(0.15)), oval(380, 337, 11, 4, s.tone(0.95, 0.01)), path("M369 328 H391 L388 340 H372 Z", s.tone(0.92, 0.012, 85)))
    s.add(at([path("M0 0 L-62 -62 Q0 -112 62 -62 Z", s.tone(0.93, 0.012, 85)), *[stroke(f"M0 0 L{62 * math.sin(math.radians(a)):.0f} {-84 * math.cos(math.radians(a)):.0f}", s.tone(0.62, 0.014, 80), 1.4) for a in range(-40, 41, 10)], path("M-40 -62 Q0 -96 42 -60 L30 -46 Q0 -70 -28 -46 Z", s.tone(0.55, 0.02)), stroke("M0 0 V22", s.tone(0.3, 0.02, 60), 5)], 590, 372, 74, 0.9))
    return s


DRAWINGS = {
    "still-the-work": the_work,
    "still-one-room": one_room,
    "still-aftersun": aftersun,
    "still-after-life": after_life,
    "still-gleaners": gleaners,
    "still-tokyo-story": tokyo_story,
}
