"""All that the part of a page about its comments shows, from one query for the rows or three."""

from dataclasses import dataclass
from functools import cached_property

from .arranging import Arrangement, arrange
from .closing import Closing, get_closing, get_last_comment_at
from .forms import make_honeypot_name
from .models import Comment, CommentSettings
from .policies import CLOSED, HIDDEN, OPEN, get_comment_settings, get_comments_state, get_policy
from .rows import get_shown_comments, get_thread_rows
from .takes import summarise_takes
from .tree import Tree, count_published
from .wording import get_closed_words, get_note, get_wording, replies_heading

FIRST_TAKES = 10  # on a film's page before "See all"


@dataclass
class CommentSection:
    """page: the specific page. rows: of all its threads. named: the id in the address, or None."""

    page: object
    settings: object
    state: str
    rows: list
    shown: Arrangement
    closing: Closing
    answered: Comment | None = None  # what the form answers, from ?reply=
    named: int | None = None
    is_first_few: bool = False  # of a film's many takes

    @property
    def is_hidden(self):
        return self.state == HIDDEN

    @property
    def is_open(self):
        return self.state == OPEN

    @property
    def is_closed(self):
        return self.state == CLOSED

    @property
    def count(self):
        return count_published(self.rows)

    @property
    def heading(self):
        return replies_heading(self.count)

    @cached_property
    def takes(self):
        return summarise_takes(self.rows)

    @property
    def nodes(self):
        """The first nodes of what is shown, in their order."""
        return self.shown.outer

    @property
    def comments(self):
        """The published comments that are shown, in the order of reading."""
        return [node.comment for node in self.shown.nodes if node.comment.is_published]

    @property
    def is_named_gone(self):
        """Whether the address names a comment that is not to be seen."""
        return self.named is not None and all(node.pk != self.named for node in self.shown.nodes)

    @property
    def pager_query(self):
        """What stands before the number in the pager's addresses."""
        is_alone = self.shown.conversation is not None
        return f"thread={self.shown.conversation}&comments" if is_alone else "comments"

    @property
    def wording(self):
        return get_wording(self.page)

    @property
    def note(self):
        return get_note(self.wording, get_policy(self.page, self.settings))

    @property
    def closed_words(self):
        return get_closed_words(self.wording, self.closing)

    @property
    def invitation(self):
        return self.page.comments_invitation or self.settings.invitation

    @property
    def honeypot_name(self):
        return make_honeypot_name(self.page.pk)


def get_section(page, request=None):
    """Return the CommentSection of a page; the same again for the same page and request.

    request: its query says which threads; or None.
    """
    known = getattr(page, "_reader_comment_section", None)
    if known and known[0] is request:
        return known[1]
    section = _make_section(page, request)
    page._reader_comment_section = (request, section)
    return section


def _make_section(page, request):
    query = request.GET if request else {}
    settings = CommentSettings.for_request(request) if request else get_comment_settings(page)
    # The rows first: they know when the last comment was written.
    rows = [] if page.comments_are_hidden else get_thread_rows(page)
    answered, named = _read_id(query.get("reply")), _read_id(query.get("comment"))
    thread, number = _read_id(query.get("thread")), query.get("comments")
    tree = Tree(rows)
    is_first_few = page.takes_ratings and not (answered or named or thread or number)
    is_first_few = is_first_few and len(tree.firsts) > FIRST_TAKES
    shown = arrange(
        tree,
        number,
        named=answered or named,
        thread=thread,
        newest_first=page.takes_ratings,  # what is said about a film last is read first
        first_few=FIRST_TAKES if is_first_few else None,
    )
    _fill(shown.nodes, page)
    comments = (node.comment for node in shown.nodes)
    return CommentSection(
        page=page,
        settings=settings,
        state=get_comments_state(page, settings),
        rows=rows,
        shown=shown,
        closing=get_closing(page, settings, get_last_comment_at(page) if rows else None),
        answered=next((c for c in comments if c.pk == answered and c.is_published), None),
        named=named,
        is_first_few=is_first_few,
    )


def _fill(nodes, page):
    """Give the nodes that are shown, and those whom they answer, their whole comments."""
    wanted = {node.pk: node for node in nodes}
    wanted |= {node.parent.pk: node.parent for node in nodes if node.parent}
    comments = get_shown_comments(page, wanted) if wanted else {}
    for pk, node in wanted.items():
        # What is gone since, or was never to be seen, still holds its place.
        node.comment = comments.get(pk) or Comment(pk=pk, status=Comment.Status.HIDDEN)


def _read_id(text):
    """Return a typed id as int, or None for whatever else stands in the address."""
    is_id = text and text.isascii() and text.isdecimal() and len(text) < 19
    return int(text) if is_id else None
