"""The tree of a page's comments, built from rows in the order of their writing. No database.

Four levels are indented. Deeper answers follow their fourth-level ancestor on its own level and
say whom they answer. What is no longer visible keeps its place only for visible answers.
"""

from dataclasses import dataclass, field

from django.core.paginator import Paginator

LEVELS = 4
THREADS_PER_PAGE = 25
FOLD_FROM = 3  # answers: from here a thread's answers can be folded
OPEN_UP_TO = 10  # answers: beyond, they are folded at first


@dataclass
class Node:
    """A comment in its place. answers: the nodes printed under it."""

    comment: object
    level: int = 1
    parent: "Node | None" = None  # whom it answers
    holder: "Node | None" = None  # under whom it is printed
    answers: list["Node"] = field(default_factory=list)
    is_flat: bool = False  # deeper than can be indented: says whom it answers
    answer_count: int = 0  # published ones below; counted for the first of a thread only
    holds_target: bool = False  # the comment that the address names stands in this thread

    @property
    def can_fold(self):
        return self.level == 1 and self.answer_count >= FOLD_FROM

    @property
    def is_open(self):
        return self.holds_target or self.answer_count <= OPEN_UP_TO


def build_threads(comments):
    """Return the threads of a page, oldest first, as the nodes of their first comments.

    comments: objects with pk, parent_id and is_published, oldest first. Works without recursion,
    so no depth can break it.
    """
    answers = {}
    for comment in comments:
        answers.setdefault(comment.parent_id, []).append(comment)
    kept = _keep_visible(comments)
    return [
        _place(comment, answers, kept) for comment in answers.get(None, []) if comment.pk in kept
    ]


def count_published(comments):
    """Return how many of the rows readers can see."""
    return sum(comment.is_published for comment in comments)


def paginate_threads(threads, number=None, comment_id=None):
    """Return one Page of whole threads: the one with `comment_id` if it stands in any.

    number: what the address says, forgiven as Paginator.get_page() does.
    """
    paginator = Paginator(threads, THREADS_PER_PAGE)
    if comment_id is not None:
        for index, thread in enumerate(threads):
            if any(node.comment.pk == comment_id for node in walk(thread)):
                thread.holds_target = True
                return paginator.get_page(index // THREADS_PER_PAGE + 1)
    return paginator.get_page(number)


def walk(node):
    """Yield a node and everything printed under it, top down."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.answers))


def _keep_visible(comments):
    """Return the ids of all published comments and of what stands above them."""
    parents = {comment.pk: comment.parent_id for comment in comments}
    kept = set()
    for comment in comments:
        pk = comment.pk if comment.is_published else None
        while pk is not None and pk not in kept:
            kept.add(pk)
            pk = parents.get(pk)
    return kept


def _place(first, answers, kept):
    """Return the node of a thread's first comment with all others of the thread placed."""
    root = Node(first)
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node is not root:
            node.holder.answers.append(node)
            root.answer_count += node.comment.is_published
        waiting.extend(
            _make_answer(comment, node)
            for comment in reversed(answers.get(node.comment.pk, []))
            if comment.pk in kept
        )
    return root


def _make_answer(comment, parent):
    """Return the node of an answer: a level deeper, or beside a parent on the last level."""
    if parent.level < LEVELS:
        return Node(comment, level=parent.level + 1, parent=parent, holder=parent)
    return Node(comment, level=LEVELS, parent=parent, holder=parent.holder, is_flat=True)
