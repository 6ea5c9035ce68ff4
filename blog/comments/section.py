"""All that the part of a page about its comments shows, from one query for the rows."""

from dataclasses import dataclass

from .forms import make_honeypot_name
from .models import Comment, CommentSettings
from .policies import CLOSED, HIDDEN, OPEN, get_comment_settings, get_comments_state
from .tree import build_threads, count_published, paginate_threads
from .wording import replies_heading

# No address, no account: what is not loaded cannot be shown by mistake.
SHOWN_FIELDS = ["page_id", "parent_id", "author_id", "name", "body", "half_stars", "status"]
SHOWN_FIELDS += ["created_at", "published_at", "edited_at", "reasons"]


@dataclass
class CommentSection:
    """page: the specific page. target: the comment that the address names, if it is here."""

    page: object
    settings: object
    state: str
    comments: list
    threads: object  # a Page of nodes, see tree.py
    answered: object = None  # the comment that the form answers, from ?reply=

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
    wanted = _read_id(query.get("reply")) or _read_id(query.get("comment"))
    threads = paginate_threads(build_threads(comments), query.get("comments"), wanted)
    answered = _read_id(query.get("reply"))
    return CommentSection(
        page=page,
        settings=settings,
        state=state,
        comments=comments,
        threads=threads,
        answered=next((c for c in comments if c.pk == answered and c.is_published), None),
    )


def get_thread_rows(page):
    """Return the rows of a page's tree, oldest first; asked once for each page object."""
    if page.pk is None:  # a preview of a page that was never saved
        return []
    if not hasattr(page, "_reader_comment_rows"):
        rows = Comment.objects.in_thread().filter(page_id=page.pk).only(*SHOWN_FIELDS)
        page._reader_comment_rows = list(rows)
    return page._reader_comment_rows


def _read_id(text):
    """Return a typed id as int, or None for whatever else stands in the address."""
    is_id = text and text.isascii() and text.isdecimal() and len(text) < 19
    return int(text) if is_id else None
