"""The rows of one page's comments: whole where they are few, and lightly where they are many."""

from datetime import datetime
from typing import NamedTuple

from .models import Comment

# No address, no account's: what is not loaded cannot be shown by mistake.
SHOWN_FIELDS = ["page_id", "parent_id", "author_id", "name", "body", "masked", "half_stars"]
SHOWN_FIELDS += ["status", "created_at", "published_at", "edited_at", "reasons"]
SHOWN_FIELDS += ["origin_name", "origin_url"]
FEW = 100  # comments: so many are loaded whole, whether they are shown or not


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
    """Return the rows of a page's tree, oldest first: Comments, or Rows where they are many.

    Asked once for each page object, in one query, or in two where they are many.
    """
    if page.pk is None:  # a preview of a page that was never saved
        return []
    if not has_thread_rows(page):
        rows = Comment.objects.in_thread().filter(page_id=page.pk)
        whole = list(rows.only(*SHOWN_FIELDS)[: FEW + 1])
        if len(whole) > FEW:
            page._reader_comment_rows = list(map(Row._make, rows.values_list(*Row._fields)))
        else:
            page._reader_comment_rows = whole
        page._whole_reader_comments = {comment.pk: comment for comment in whole}
    return page._reader_comment_rows


def has_thread_rows(page):
    """Return whether the rows of this page object were asked for already."""
    return hasattr(page, "_reader_comment_rows")


def get_shown_comments(page, pks):
    """Return {id: Comment} of those of `pks` that stand in the page's tree, whole.

    Costs a query only where the page has many.
    """
    found = dict(page._whole_reader_comments) if has_thread_rows(page) else {}
    if missing := set(pks) - found.keys():
        rows = Comment.objects.in_thread().filter(page_id=page.pk)
        found |= rows.only(*SHOWN_FIELDS).in_bulk(missing)
    return found
