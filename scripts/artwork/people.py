"""Small figures, `h` units tall, that stand or sit at the point given."""

# ruff: noqa: E501
# fmt: off
# Outlines are read as outlines: a line each.

from .kit import at, disc, oval, path, stroke


def standing(x, y, h, fill, hat=False, turn=0):
    """A person in a long coat, seen from behind."""
    body = (
        f"M{-0.10 * h:.1f} {-0.80 * h:.1f} Q0 {-0.88 * h:.1f} {0.10 * h:.1f} {-0.80 * h:.1f} "
        f"Q{0.16 * h:.1f} {-0.74 * h:.1f} {0.155 * h:.1f} {-0.5 * h:.1f} L{0.16 * h:.1f} {-0.24 * h:.1f} "
        f"L{0.075 * h:.1f} {-0.24 * h:.1f} L{0.07 * h:.1f} 0 L{0.012 * h:.1f} 0 L0 {-0.22 * h:.1f} "
        f"L{-0.012 * h:.1f} 0 L{-0.07 * h:.1f} 0 L{-0.075 * h:.1f} {-0.24 * h:.1f} L{-0.16 * h:.1f} {-0.24 * h:.1f} "
        f"L{-0.155 * h:.1f} {-0.5 * h:.1f} Q{-0.16 * h:.1f} {-0.74 * h:.1f} {-0.10 * h:.1f} {-0.80 * h:.1f} Z"
    )
    items = [path(body, fill), disc(0, -0.915 * h, 0.072 * h, fill)]
    if hat:
        items += [oval(0, -0.945 * h, 0.13 * h, 0.022 * h, fill), path(_crown(h), fill)]
    return at(items, x, y, turn)


def _crown(h):
    return (
        f"M{-0.075 * h:.1f} {-0.945 * h:.1f} L{-0.065 * h:.1f} {-1.02 * h:.1f} Q0 {-1.05 * h:.1f} "
        f"{0.065 * h:.1f} {-1.02 * h:.1f} L{0.075 * h:.1f} {-0.945 * h:.1f} Z"
    )


def seated_back(x, y, h, fill, head=None):
    """A person sitting on the ground, seen from behind."""
    body = (
        f"M{-0.42 * h:.1f} 0 Q{-0.46 * h:.1f} {-0.5 * h:.1f} {-0.2 * h:.1f} {-0.64 * h:.1f} Q0 {-0.72 * h:.1f} "
        f"{0.2 * h:.1f} {-0.64 * h:.1f} Q{0.46 * h:.1f} {-0.5 * h:.1f} {0.42 * h:.1f} 0 Z"
    )
    return at([path(body, fill), disc(0, -0.82 * h, 0.165 * h, head or fill)], x, y)


def from_above(x, y, size, body, head, turn=0):
    """Head and shoulders seen from straight above, facing up the page before turning."""
    return at(
        [oval(0, 0, size, size * 0.46, body), disc(0, -size * 0.14, size * 0.36, head)], x, y, turn
    )


def bowed(x, y, h, fill, scarf, turn=0):
    """A gleaner bent to the ground, facing left."""
    back = (
        f"M{0.30 * h:.1f} 0 Q{0.42 * h:.1f} {-0.5 * h:.1f} {0.26 * h:.1f} {-0.86 * h:.1f} "
        f"Q{0.05 * h:.1f} {-1.06 * h:.1f} {-0.34 * h:.1f} {-0.80 * h:.1f} L{-0.24 * h:.1f} {-0.62 * h:.1f} "
        f"Q{-0.02 * h:.1f} {-0.66 * h:.1f} {-0.04 * h:.1f} {-0.4 * h:.1f} Q{-0.05 * h:.1f} {-0.2 * h:.1f} {-0.08 * h:.1f} 0 Z"
    )
    arm = f"M{-0.2 * h:.1f} {-0.72 * h:.1f} Q{-0.3 * h:.1f} {-0.4 * h:.1f} {-0.42 * h:.1f} {-0.12 * h:.1f}"
    kerchief = f"M{-0.28 * h:.1f} {-0.86 * h:.1f} Q{-0.5 * h:.1f} {-0.92 * h:.1f} {-0.56 * h:.1f} {-0.7 * h:.1f} Q{-0.54 * h:.1f} {-0.52 * h:.1f} {-0.4 * h:.1f} {-0.54 * h:.1f} Q{-0.3 * h:.1f} {-0.6 * h:.1f} {-0.28 * h:.1f} {-0.86 * h:.1f} Z"
    return at([path(back, fill), stroke(arm, fill, 0.11 * h), path(kerchief, scarf)], x, y, turn)


def chair_front(x, y, w, fill, seat, lean=0):
    """A plastic stacking chair from the front, feet at the origin."""
    h = w * 1.55
    items = [
        stroke(
            f"M{-0.42 * w:.1f} 0 L{-0.36 * w:.1f} {-0.5 * h:.1f} M{0.42 * w:.1f} 0 L{0.36 * w:.1f} {-0.5 * h:.1f}",
            fill,
            w * 0.07,
        ),
        path(
            f"M{-0.44 * w:.1f} {-0.48 * h:.1f} L{-0.38 * w:.1f} {-0.60 * h:.1f} L{0.38 * w:.1f} {-0.60 * h:.1f} L{0.44 * w:.1f} {-0.48 * h:.1f} Z",
            seat,
        ),
        path(
            f"M{-0.36 * w:.1f} {-0.64 * h:.1f} Q{-0.42 * w:.1f} {-0.98 * h:.1f} {-0.28 * w:.1f} {-h:.1f} Q0 {-1.03 * h:.1f} {0.28 * w:.1f} {-h:.1f} Q{0.42 * w:.1f} {-0.98 * h:.1f} {0.36 * w:.1f} {-0.64 * h:.1f} Z",
            seat,
        ),
    ]
    return at(items, x, y, lean)
