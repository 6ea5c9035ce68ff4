"""Bars that a template draws: whole numbers of an SVG's own units, nothing to compute there."""

from dataclasses import dataclass

COLUMN = 20  # units from one column to the next
GAP = 2
TALLEST = 60
LONGEST = 100
NOTHING = 1  # what stands for zero: a line on the ground


@dataclass(frozen=True)
class Bar:
    """One bar. x, y, width, height: in the chart's units. count: what it stands for."""

    key: object
    count: int
    x: int
    y: int
    width: int
    height: int


def columns(counts, keys):
    """Return one upright bar for each of `keys`, from {key: count}."""
    most = max((counts.get(key, 0) for key in keys), default=0)
    bars = []
    for place, key in enumerate(keys):
        height = _scaled(counts.get(key, 0), most, TALLEST)
        x, y = place * COLUMN + GAP // 2, TALLEST - height
        bars.append(Bar(key, counts.get(key, 0), x, y, COLUMN - GAP, height))
    return bars


def rows(pairs):
    """Return one lying bar for each (key, count), in the order given."""
    most = max((count for _key, count in pairs), default=0)
    return [Bar(key, n, 0, 0, _scaled(n, most, LONGEST), 1) for key, n in pairs]


def _scaled(count, most, full):
    return max(NOTHING, round(count / most * full)) if count else NOTHING
