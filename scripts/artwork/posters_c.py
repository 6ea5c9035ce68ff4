"""Posters: The Thin Blue Line, Ikiru, The Straight Story, A Man Escaped, Perfect Days, Jeanne Dielman."""

# ruff: noqa: E501
# fmt: off
# One shape a line: a drawing is read, and changed, shape by shape.

import math

from .kit import at, disc, oval, path, poly, poster, rect, stroke


def thin_blue_line():
    """A road at night, one blue line, and a cup in mid-air."""
    s = poster(265, 0.09, seed=21)
    s.ground(s.fade([(0, s.tone(0.11, 0.03)), (0.6, s.tone(0.17, 0.06)), (1, s.tone(0.10, 0.03))]))
    s.add(*[disc(s.random.uniform(0, 400), s.random.uniform(0, 250), s.random.uniform(0.5, 1.3), "#fff", opacity=0.5) for _ in range(50)])
    s.add(rect(0, 330, 400, 3.2, s.tone(0.66, 0.17, 262)))
    s.add(s.blur([rect(0, 326, 400, 11, s.tone(0.60, 0.17, 262), opacity=0.6)], 7))
    s.add(poly([(0, 334), (400, 334), (400, 600), (0, 600)], s.fade([(0, s.tone(0.21, 0.05)), (1, s.tone(0.13, 0.03))])))
    s.add(poly([(192, 334), (208, 334), (420, 600), (-20, 600)], s.tone(0.25, 0.03)))
    s.add(*[poly([(200 - w, y), (200 + w, y), (200 + w * 1.35, y + 9 * w), (200 - w * 1.35, y + 9 * w)], s.tone(0.80, 0.06, 90)) for y, w in ((348, 1), (372, 1.7), (410, 2.6), (462, 4), (530, 6))])
    car = [path("M-58 0 V-26 Q-58 -34 -48 -35 L-38 -60 Q-36 -66 -28 -66 H28 Q36 -66 38 -60 L48 -35 Q58 -34 58 -26 V0 Z", s.tone(0.08, 0.02)),
           path("M-33 -38 L-26 -59 H26 L33 -38 Z", s.tone(0.25, 0.05)), rect(-52, -26, 24, 10, s.tone(0.58, 0.2, 25), rx=2), rect(28, -26, 24, 10, s.tone(0.58, 0.2, 25), rx=2)]
    s.add(s.blur([oval(238, 474, 26, 14, s.tone(0.55, 0.2, 25), opacity=0.6), oval(318, 474, 26, 14, s.tone(0.55, 0.2, 25), opacity=0.6)], 9))
    s.add(at(car, 278, 494))
    spill = "M0 0 C26 -44 74 -36 92 -80 C104 -112 138 -104 140 -76 C140 -48 104 -52 84 -22 C64 8 36 20 0 14 Z"
    s.add(at([path(spill, s.tone(0.94, 0.012, 90)), *[disc(x, y, r, s.tone(0.94, 0.012, 90)) for x, y, r in ((156, -104, 7), (170, -66, 4), (122, -30, 5), (150, -130, 3.4), (178, -96, 2.4))]], 168, 204))
    cup = [path("M-26 -46 H26 L19 46 Q0 52 -19 46 Z", s.tone(0.90, 0.015, 90)), path("M-24.6 -20 H24.6 L21.8 16 H-21.8 Z", s.tone(0.62, 0.17, 262)),
           oval(0, -46, 27, 7, s.tone(0.78, 0.015, 90)), stroke("M8 -46 L18 -92", s.tone(0.58, 0.2, 25), 5)]
    s.add(at(cup, 140, 226, 62))
    s.cue()
    return s


def ikiru():
    """A swing in the snow, seen through a climbing frame."""
    s = poster(300, 0.035, seed=22)
    s.ground(s.fade([(0, s.tone(0.22, 0.045)), (0.65, s.tone(0.45, 0.045)), (1, s.tone(0.60, 0.035))]))
    s.add(*[rect(x, 250 - h, 34, 200 + h, s.tone(0.27, 0.045)) for x, h in ((0, 40), (40, 70), (300, 60), (340, 20), (372, 84))])
    s.add(*[rect(x, y, 5, 7, s.tone(0.88, 0.09, 85)) for x, y in ((12, 236), (52, 214), (60, 250), (312, 222), (380, 196), (386, 240), (350, 262))])
    s.add(path("M0 420 Q120 396 210 408 T400 400 V600 H0 Z", s.fade([(0, s.tone(0.92, 0.012)), (1, s.tone(0.80, 0.025))])))
    post = s.tone(0.15, 0.03)
    s.add(stroke("M108 444 L140 150 M292 444 L260 150 M126 150 H274", post, 9))
    s.add(stroke("M176 152 L184 388 M228 152 L222 388", s.tone(0.12, 0.02), 2.4))
    s.add(oval(203, 446, 70, 9, s.tone(0.55, 0.04), opacity=0.7), rect(176, 386, 54, 8, post))
    s.add(path("M180 386 Q172 330 186 306 Q203 292 220 306 Q234 330 226 386 L228 436 H214 L208 394 H198 L192 436 H178 Z", s.tone(0.13, 0.02)))
    s.add(stroke("M186 316 L180 356 M220 316 L225 356", s.tone(0.13, 0.02), 8))
    s.add(disc(203, 284, 15, s.tone(0.66, 0.03, 60)), oval(203, 275, 29, 5.5, s.tone(0.10, 0.02)), path("M186 275 Q186 252 203 255 Q220 252 220 275 Z", s.tone(0.10, 0.02)), rect(186, 268, 34, 5, s.tone(0.36, 0.03)))
    s.add(*[disc(s.random.uniform(0, 400), s.random.uniform(0, 600), s.random.uniform(1, 3.4), "#fff", opacity=round(s.random.uniform(0.5, 1), 2)) for _ in range(170)])
    bar = s.tone(0.09, 0.02)
    s.add(*[stroke(f"M{x} -10 V610", bar, 12) for x in (44, 356)], *[stroke(f"M-10 {y} H410", bar, 12) for y in (92, 506)])
    s.add(*[rect(x, y - 9, w, 4, "#fff", rx=2, opacity=0.92) for x, y, w in ((52, 92, 294), (0, 92, 36), (364, 92, 40), (52, 506, 294), (0, 506, 36), (364, 506, 40))])
    s.cue()
    return s


def straight_story():
    """A yellow line, a mower, a great many stars."""
    s = poster(70, 0.09, seed=23)
    s.ground(s.fade([(0, s.tone(0.20, 0.07, 270)), (0.38, s.tone(0.42, 0.08, 300)), (0.58, s.tone(0.74, 0.13, 50)), (0.66, s.tone(0.88, 0.11, 80)), (0.67, s.tone(0.88, 0.11, 80))]))
    for _ in range(230):
        y = 300 * s.random.random() ** 1.6
        s.add(disc(s.random.uniform(0, 400), y, s.random.uniform(0.5, 1.9), "#fff8e6", opacity=round(max(0.1, s.random.uniform(0.5, 1) * (1 - y / 330)), 2)))
    s.add(path("M0 404 H400 V600 H0 Z", s.fade([(0, s.tone(0.56, 0.12, 66)), (1, s.tone(0.34, 0.085, 55))])))
    for i in range(22):
        for side in (-1, 1):
            x = 200 + side * (34 + i * 17 + i * i * 1.2)
            s.add(stroke(f"M{200 + side * (9 + i * 9)} 406 L{x + side * (60 + i * 22):.1f} 600", s.tone(0.40, 0.09, 60), 2.4, opacity=0.5))
    s.add(poly([(191, 404), (209, 404), (330, 600), (70, 600)], s.tone(0.27, 0.02, 300)))
    s.add(poly([(198.6, 404), (200.4, 404), (205, 600), (190, 600)], s.tone(0.84, 0.15, 88)))
    ink = s.tone(0.15, 0.035, 300)
    s.add(oval(246, 506, 62, 7, s.tone(0.12, 0.03), opacity=0.5))
    rig = [rect(-34, -58, 68, 50, s.tone(0.80, 0.03, 85), rx=3), rect(-38, -62, 76, 8, ink, rx=3), rect(-14, -46, 28, 20, s.tone(0.36, 0.03), rx=2), rect(-36, -10, 72, 6, ink),
           disc(-22, -4, 9, ink), disc(22, -4, 9, ink), rect(-24, -20, 8, 5, s.tone(0.58, 0.2, 27)), rect(16, -20, 8, 5, s.tone(0.58, 0.2, 27)), poly([(-5, -22), (5, -22), (0, -12)], s.tone(0.68, 0.18, 50))]
    s.add(at(rig, 246, 506))
    s.add(path("M232 446 Q228 422 246 420 Q264 422 260 446 Z", s.tone(0.40, 0.12, 28)), disc(246, 411, 9, s.tone(0.72, 0.05, 60)), oval(246, 406, 19, 3.6, ink), path("M236 406 Q236 394 246 396 Q256 394 256 406 Z", ink))
    s.add(stroke("M278 472 V420", ink, 1.6), poly([(278, 420), (296, 426), (278, 433)], s.tone(0.68, 0.18, 50)))
    s.add(rect(28, 380, 30, 25, ink), poly([(24, 381), (43, 366), (62, 381)], ink), rect(64, 366, 12, 39, ink), path("M64 367 Q70 356 76 367 Z", ink), rect(38, 388, 5, 6, s.tone(0.92, 0.1, 88)))
    s.cue()
    return s


def a_man_escaped():
    """A door of planks with one out, and what he used."""
    s = poster(255, 0.03, seed=24)
    s.ground(s.tone(0.20, 0.02))
    s.add(rect(0, 0, 400, 600, s.fade([(0, s.tone(0.30, 0.022)), (1, s.tone(0.16, 0.02))])))
    s.add(*[path(f"M0 {y} q50 {s.random.uniform(-5, 5):.1f} 100 0 t100 0 t100 0 t100 0", stroke=s.tone(0.14, 0.02), stroke_width=2, opacity=0.7) for y in range(30, 600, 62)])
    s.add(rect(72, 52, 256, 470, s.tone(0.10, 0.02)))
    dawn = s.fade([(0, s.tone(0.62, 0.06)), (0.6, s.tone(0.86, 0.05, 70)), (1, s.tone(0.94, 0.05, 80))])
    s.add(rect(82, 62, 236, 460, dawn))
    s.add(path("M204 62 h40 v460 h-40 Z", dawn), path("M204 410 h40 v112 h-40 Z", s.tone(0.45, 0.03)), stroke("M224 410 V330 M214 330 H234", s.tone(0.40, 0.03), 3), poly([(204, 352), (224, 326), (244, 352)], s.tone(0.42, 0.03)))
    for i, x in enumerate((82, 123, 164, 246, 287)):
        w = 38 if i != 2 else 38
        s.add(rect(x, 62, w, 460, s.fade([(0, s.tone(0.46, 0.045, 60)), (1, s.tone(0.31, 0.04, 55))])))
        for _ in range(7):
            gx = x + s.random.uniform(4, w - 4)
            gy = s.random.uniform(62, 420)
            s.add(stroke(f"M{gx:.1f} {gy:.1f} q{s.random.uniform(-5, 5):.1f} 40 0 {s.random.uniform(50, 100):.1f}", s.tone(0.25, 0.04, 55), 1.4, opacity=0.8))
        s.add(disc(x + 19, s.random.uniform(150, 440), 4.5, s.tone(0.24, 0.04, 55)))
    s.add(poly([(204, 522), (244, 522), (318, 600), (170, 600)], s.fade([(0, s.tone(0.92, 0.05, 80), 0.8), (1, s.tone(0.92, 0.05, 80), 0.25)])))
    s.add(*[rect(82, y, 122, 13, s.tone(0.17, 0.02)) for y in (110, 454)], *[rect(246, y, 72, 13, s.tone(0.17, 0.02)) for y in (110, 454)])
    s.add(disc(282, 284, 15, s.tone(0.12, 0.02)), disc(282, 284, 6, s.tone(0.5, 0.02)))
    spoon = [path("M0 0 C-17 0 -21 22 -15 36 C-11 46 -5 48 -4 56 L-6 150 Q0 158 6 150 L4 56 C5 48 11 46 15 36 C21 22 17 0 0 0 Z", s.tone(0.90, 0.012)), path("M0 5 C-11 6 -14 22 -10 32 C-7 38 7 38 10 32 C14 22 11 6 0 5 Z", s.tone(0.62, 0.015))]
    s.add(at(spoon, 66, 556, 0).replace("rotate(0.0)", "rotate(-76)"))
    s.add(*[rect(s.random.uniform(170, 262), s.random.uniform(512, 530), s.random.uniform(3, 12), 2, s.tone(0.7, 0.06, 70), transform=f"rotate({s.random.uniform(-30, 30):.0f} 215 520)") for _ in range(16)])
    s.cue()
    return s


def perfect_days():
    """Looking up: the light that comes through leaves."""
    s = poster(130, 0.09, seed=25)
    s.ground(s.glow([(0, s.tone(0.985, 0.03, 105)), (0.45, s.tone(0.93, 0.075, 115)), (1, s.tone(0.74, 0.11))], cx=0.56, cy=0.40, r=0.8))
    for light, count, size, near, opacity in ((0.80, 130, 30, 70, 0.55), (0.62, 120, 34, 120, 0.6), (0.44, 105, 36, 175, 0.72), (0.29, 80, 42, 240, 0.9)):
        for _ in range(count):
            angle, reach = s.random.uniform(0, 2 * math.pi), near + abs(s.random.gauss(0, 110))
            x, y = 224 + reach * math.cos(angle) * 0.92, 236 + reach * math.sin(angle) * 1.22
            half = s.random.uniform(0.6, 1.15) * size
            leaf = f"M0 {-half:.1f} Q{half * 0.62:.1f} 0 0 {half:.1f} Q{-half * 0.62:.1f} 0 0 {-half:.1f} Z"
            hue = 130 + s.random.uniform(-16, 12)
            s.add(at([path(leaf, s.tone(light + s.random.uniform(-0.03, 0.03), 0.10, hue))], x, y, s.random.uniform(0, 180), opacity=opacity))
    s.add(stroke("M-10 610 Q96 470 112 340 Q120 250 60 150 M112 360 Q180 300 196 214 M86 470 Q210 440 300 470", s.tone(0.22, 0.04, 110), 15))
    s.add(stroke("M196 214 Q204 170 190 130 M112 330 Q80 290 20 280 M300 470 Q350 480 420 450", s.tone(0.22, 0.04, 110), 6))
    s.add(*[disc(s.random.gauss(232, 80), s.random.gauss(240, 100), s.random.uniform(3, 15), s.tone(0.99, 0.02, 100), opacity=round(s.random.uniform(0.25, 0.75), 2)) for _ in range(34)])
    s.cue()
    return s


def jeanne_dielman():
    """A kitchen, square on; a woman at the table; one potato too few."""
    s = poster(195, 0.05, seed=26)
    s.ground(s.tone(0.78, 0.035))
    for i in range(11):
        for j in range(10):
            s.add(rect(j * 40 + 1.2, i * 34 + 1.2, 37.6, 31.6, s.tone(s.random.choice([0.80, 0.815, 0.83]), 0.035)))
    s.add(rect(0, 300, 400, 10, s.tone(0.40, 0.06)), rect(0, 310, 400, 190, s.tone(0.62, 0.055)))
    for i in range(5):
        for j in range(11):
            y, h = 470 + i * 26, 26
            w1, w2 = 40 + i * 6, 40 + (i + 1) * 6
            x1, x2 = 200 + (j - 5.5) * w1, 200 + (j - 5.5) * w2
            if (i + j) % 2:
                s.add(poly([(x1, y), (x1 + w1, y), (x2 + w2, y + h), (x2, y + h)], s.tone(0.28, 0.04)))
            else:
                s.add(poly([(x1, y), (x1 + w1, y), (x2 + w2, y + h), (x2, y + h)], s.tone(0.90, 0.02)))
    s.add(rect(48, 74, 96, 150, s.tone(0.93, 0.02, 90)), rect(54, 80, 84, 138, s.fade([(0, s.tone(0.42, 0.08, 250)), (1, s.tone(0.60, 0.11, 240))])), rect(93, 80, 5, 138, s.tone(0.93, 0.02, 90)), rect(54, 146, 84, 5, s.tone(0.93, 0.02, 90)))
    s.add(stroke("M200 0 V92", s.tone(0.25, 0.03), 2), path("M158 128 Q164 92 200 90 Q236 92 242 128 Z", s.tone(0.52, 0.12, 30)), oval(200, 128, 42, 6, s.tone(0.96, 0.07, 90)))
    s.add(poly([(160, 130), (240, 130), (372, 420), (28, 420)], s.fade([(0, s.tone(0.97, 0.06, 92), 0.5), (1, s.tone(0.97, 0.06, 92), 0.06)])))
    s.add(stroke("M282 180 H330 M290 180 V196 M306 180 V202 M322 180 V196", s.tone(0.3, 0.04), 3), *[disc(x, y, 9, s.tone(0.68, 0.1, 50)) for x, y in ((290, 205), (322, 205))], rect(299, 202, 14, 30, s.tone(0.45, 0.07)))
    robe = s.tone(0.55, 0.085, 230)
    s.add(path("M130 432 Q128 316 166 292 Q200 276 234 292 Q272 316 270 432 Z", robe), path("M182 284 L200 314 L218 284 Z", s.tone(0.95, 0.02, 80)))
    s.add(rect(190, 260, 20, 32, s.tone(0.80, 0.055, 55)), oval(200, 244, 24, 30, s.tone(0.84, 0.055, 55)))
    s.add(path("M172 252 Q166 204 200 204 Q234 204 228 252 Q228 228 208 224 Q184 224 176 236 Q173 244 172 252 Z", s.tone(0.48, 0.10, 45)), oval(200, 204, 18, 12, s.tone(0.48, 0.10, 45)))
    s.add(stroke("M190 247 h7 M204 247 h7", s.tone(0.3, 0.04), 2), stroke("M194 262 h12", s.tone(0.55, 0.11, 25), 2.4))
    s.add(stroke("M142 340 Q140 398 184 402 M258 340 Q260 398 216 402", robe, 26), disc(188, 402, 12, s.tone(0.84, 0.055, 55)), disc(213, 402, 12, s.tone(0.84, 0.055, 55)), stroke("M208 402 L226 378", s.tone(0.93, 0.01), 4))
    s.add(oval(199, 394, 14, 11, s.tone(0.86, 0.085, 88)))
    s.add(rect(56, 414, 288, 15, s.tone(0.93, 0.015, 85)), rect(56, 429, 288, 44, s.tone(0.70, 0.05)), rect(64, 473, 13, 96, s.tone(0.93, 0.015, 85)), rect(323, 473, 13, 96, s.tone(0.93, 0.015, 85)))
    s.add(*[oval(x, 407, 16, 11, s.tone(0.56, 0.075, 70)) for x in (94, 122)], path("M272 376 H330 L326 414 H276 Z", s.tone(0.45, 0.12, 28)), stroke("M268 384 h-8 M334 384 h8", s.tone(0.45, 0.12, 28), 5))
    s.cue()
    return s


DRAWINGS = {
    "poster-the-thin-blue-line": thin_blue_line,
    "poster-ikiru": ikiru,
    "poster-the-straight-story": straight_story,
    "poster-a-man-escaped": a_man_escaped,
    "poster-perfect-days": perfect_days,
    "poster-jeanne-dielman": jeanne_dielman,
}
