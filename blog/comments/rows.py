"""The rows of one page's comments: all of them lightly, whole ones only where they are shown."""

from datetime import datetime
from typing import NamedTuple

from .models import Comment

# No address, no account's: what is not loaded cannot be shown by mistake.
SHOWN_FIELDS = ["page_id", "parent_id", "author_id", "name", "body", "masked", "half_stars"]
SHOWN_FIELDS += ["status", "created_at", "published_at", "edited_at", "reasons"]
SHOWN_FIELDS += ["origin_name", "origin_url"]


class Row(NamedTuple):
    """What the tree, the counts and the mean of a page need to know of a comment."""

    pk: int
    parent_id: int | None
    status: str
    created_at: datetime
    half_stars: int | None
    origin_name: str

    @property
    def is_published(self):
        return self.status == Comment.Status.PUBLISHED


def get_thread_rows(page):
    """Return the Rows of a page's tree, oldest first; asked once for each page object."""
    if page.pk is None:  # a preview of a page that was never saved
        return []
    if not has_thread_rows(page):
        rows = Comment.objects.in_thread().filter(page_id=page.pk).values_list(*Row._fields)
        page._reader_comment_rows = list(map(Row._make, rows))
    return page._reader_comment_rows


def has_thread_rows(page):
    """Return whether the rows of this page object were asked for already."""
    return hasattr(page, "_reader_comment_rows")


def get_shown_comments(pks):
    """Return {id: Comment} of the comments that are or once were visible, in one query."""
    if not pks:
        return {}
    return Comment.objects.in_thread().only(*SHOWN_FIELDS).in_bulk(list(pks))
