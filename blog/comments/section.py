"""All that the part of a page about its comments shows, from one query for the rows."""

from dataclasses import dataclass
from functools import cached_property

from .forms import make_honeypot_name
from .models import CommentSettings
from .policies import CLOSED, HIDDEN, OPEN, get_comment_settings, get_comments_state
from .rows import get_thread_rows
from .takes import summarise_takes
from .tree import build_threads, count_published, paginate_threads
from .wording import get_wording, replies_heading

FIRST_TAKES = 10  # on a film's page before "See all"


@dataclass
class CommentSection:
    """page: the specific page. target: the id of the comment that the address names, or None."""

    page: object
    settings: object
    state: str
    comments: list
    threads: object  # a Page of nodes, see tree.py
    answered: object = None  # the comment that the form answers, from ?reply=
    target: int | None = None
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
        return count_published(self.comments)

    @property
    def heading(self):
        return replies_heading(self.count)

    @cached_property
    def takes(self):
        return summarise_takes(self.comments)

    @property
    def nodes(self):
        """The first nodes of the threads that are shown, in their order."""
        threads = self.threads.object_list
        return threads[:FIRST_TAKES] if self.is_first_few else threads

    @property
    def wording(self):
        return get_wording(self.page)

    @property
    def invitation(self):
        return self.page.comments_invitation or self.settings.invitation

    @property
    def honeypot_name(self):
        return make_honeypot_name(self.page.pk)


def get_section(page, request=None):
    """Return the CommentSection of a page. request: its query says which threads; or None."""
    query = request.GET if request else {}
    settings = CommentSettings.for_request(request) if request else get_comment_settings(page)
    state = get_comments_state(page, settings)
    comments = [] if state == HIDDEN else get_thread_rows(page)
    answered, target = _read_id(query.get("reply")), _read_id(query.get("comment"))
    threads = build_threads(comments)
    if page.takes_ratings:
        threads.reverse()  # what is said about a film last is read first
    is_first_few = not (answered or target or query.get("comments"))
    return CommentSection(
        page=page,
        settings=settings,
        state=state,
        comments=comments,
        threads=paginate_threads(threads, query.get("comments"), answered or target),
        answered=next((c for c in comments if c.pk == answered and c.is_published), None),
        target=target,
        is_first_few=page.takes_ratings and is_first_few and len(threads) > FIRST_TAKES,
    )


def _read_id(text):
    """Return a typed id as int, or None for whatever else stands in the address."""
    is_id = text and text.isascii() and text.isdecimal() and len(text) < 19
    return int(text) if is_id else None
