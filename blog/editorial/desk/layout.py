"""Where each panel stands on the desk, and which stand side by side."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """order: from the top. is_wide: has a row of its own. is_tall: others pile up beside it."""

    order: int
    is_wide: bool = False
    is_tall: bool = False


# By the panels' names. First what cannot wait, then the work, then what may be looked at for joy.
PLACES = {
    "attention": Place(10, is_wide=True),
    "failed-mails": Place(20, is_wide=True),
    "undo-publication": Place(30, is_wide=True),
    "workflow_objects_to_moderate": Place(40, is_wide=True),
    "notices": Place(50, is_wide=True),
    "continue-writing": Place(60),
    "waiting-comments": Place(70),
    "this-month": Place(80, is_wide=True),
    "loose-ends": Place(90, is_wide=True),
    "user_objects_in_workflow_moderation": Place(100, is_wide=True),
    "watched-tonight": Place(110, is_tall=True),
    "quote-of-the-day": Place(120),
    "on-this-day": Place(130),
    "prompt": Place(140),
    "locked_pages": Place(160, is_wide=True),
}
# Of panels that the desk does not know by name, such as those of another package.
ELSEWHERE = Place(150, is_wide=True)
# What ours say better.
REPLACED = frozenset({"recent_edits"})


@dataclass(frozen=True)
class Drawn:
    """One panel as HTML, and its place."""

    html: str
    place: Place


def get_name(panel):
    return getattr(panel, "name", "")


def get_place(panel):
    return PLACES.get(get_name(panel), ELSEWHERE)


def sort_panels(panels):
    """Return the panels that stay, in the order of the desk; unknown ones keep Wagtail's."""
    staying = [panel for panel in panels if get_name(panel) not in REPLACED]
    return sorted(staying, key=lambda p: (get_place(p).order, getattr(p, "order", 0)))


def lay_out(drawn):
    """Return rows of one or two columns, each a list of Drawn, in the order in which they are read.

    A narrow panel draws up the next narrow one that is not tall, so that neither stands alone
    beside an empty place; a tall one draws up all that are left.
    """
    rows, left = [], list(drawn)
    while left:
        first = left.pop(0)
        if first.place.is_wide:
            rows.append([[first]])
            continue
        narrow = [other for other in left if not (other.place.is_wide or other.place.is_tall)]
        beside = narrow if first.place.is_tall else narrow[:1]
        left = [other for other in left if other not in beside]
        rows.append([[first], beside] if beside else [[first]])
    return rows
