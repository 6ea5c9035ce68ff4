"""The tree of a page's comments, built from rows in the order of their writing. No database.

Four levels are indented. Deeper answers follow their fourth-level ancestor on its own level and
say whom they answer. What is no longer visible keeps its place only for visible answers.
"""

from dataclasses import dataclass, field

LEVELS = 4
FOLD_FROM = 3  # answers: from here a thread's answers can be folded
OPEN_UP_TO = 10  # answers: beyond, they are folded at first


@dataclass(slots=True)
class Node:
    """A comment in its place. answers: the nodes printed under it."""

    row: object
    level: int = 1
    parent: "Node | None" = None  # whom it answers
    holder: "Node | None" = None  # under whom it is printed
    answers: list["Node"] = field(default_factory=list)
    is_flat: bool = False  # not under the one it answers: says whom
    has_parent_here: bool = False  # whether the one it answers stands on the same page
    answer_count: int = 0  # published ones below; counted for the first of a thread only
    is_unfolded: bool = False  # whatever its length: what the address names stands in it
    comment: object = None  # the whole Comment, once it is to be shown
    rest: object = None  # what a list leaves out of a long thread: see arranging.Rest

    @property
    def pk(self):
        return self.row.pk

    @property
    def can_fold(self):
        return self.level == 1 and self.answer_count >= FOLD_FROM

    @property
    def is_open(self):
        return self.is_unfolded or self.answer_count <= OPEN_UP_TO


@dataclass
class LostParent:
    """Stands for a row that was never seen but has visible answers."""

    pk: int
    parent_id = None
    is_published = False


class Tree:
    """All the threads of a page. `firsts`: the rows that begin them, oldest first.

    rows: objects with pk, parent_id and is_published, oldest first. Works without recursion, so no
    depth can break it, and places only the threads that are asked for.
    """

    def __init__(self, rows):
        rows = _with_lost_parents(rows)
        self._parents = {row.pk: row.parent_id for row in rows}
        self._kept = self._keep_visible(rows)
        self._answers = {}
        for row in rows:
            if row.pk in self._kept:
                self._answers.setdefault(row.parent_id, []).append(row)
        self.firsts = self._answers.get(None, [])
        self._places = {row.pk: place for place, row in enumerate(self.firsts)}

    def find_thread(self, pk):
        """Return the place among `firsts` of the thread with a comment or its place, else None."""
        if pk not in self._kept:
            return None
        while self._parents.get(pk) is not None:
            pk = self._parents[pk]
        return self._places[pk]

    def read(self, first):
        """Return the nodes of the thread that the row `first` begins, in the order of reading."""
        nodes = []
        waiting = [Node(first)]
        while waiting:
            node = waiting.pop()
            nodes.append(node)
            answers = self._answers.get(node.pk, ())
            waiting.extend(_make_answer(row, node) for row in reversed(answers))
        nodes[0].answer_count = sum(node.row.is_published for node in nodes[1:])
        return nodes

    def _keep_visible(self, rows):
        """Return the ids of all published comments and of what stands above them."""
        kept = set()
        for row in rows:
            pk = row.pk if row.is_published else None
            while pk is not None and pk not in kept:
                kept.add(pk)
                pk = self._parents.get(pk)
        return kept


def count_published(rows):
    """Return how many of the rows readers can see."""
    return sum(row.is_published for row in rows)


def hang(nodes):
    """Hang each node under its holder where that is among `nodes`; return all others, the outer.

    nodes: in the order of reading, a part of one or several threads. An outer node that answers
    somebody says whom.
    """
    here = set()
    outer = []
    for node in nodes:
        node.answers = []
        here.add(node.pk)
        node.has_parent_here = node.parent is not None and node.parent.pk in here
        if node.holder is not None and node.holder.pk in here:
            node.holder.answers.append(node)
        else:
            node.is_flat = node.parent is not None
            outer.append(node)
    return outer


def _with_lost_parents(rows):
    """Return the rows with a LostParent before the first published answer to a row not there."""
    known = {row.pk for row in rows}
    complete = []
    for row in rows:
        if row.parent_id is not None and row.parent_id not in known and row.is_published:
            known.add(row.parent_id)
            complete.append(LostParent(row.parent_id))
        complete.append(row)
    return complete


def _make_answer(row, parent):
    """Return the node of an answer: a level deeper, or beside a parent on the last level."""
    if parent.level < LEVELS:
        return Node(row, level=parent.level + 1, parent=parent, holder=parent)
    return Node(row, level=LEVELS, parent=parent, holder=parent.holder, is_flat=True)
