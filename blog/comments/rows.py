"""The rows of one page's comments, fetched once for all that is made of them."""

from .models import Comment

# No address, no account: what is not loaded cannot be shown by mistake.
SHOWN_FIELDS = ["page_id", "parent_id", "author_id", "name", "body", "half_stars", "status"]
SHOWN_FIELDS += ["created_at", "published_at", "edited_at", "reasons"]
SHOWN_FIELDS += ["origin_name", "origin_url"]


def get_thread_rows(page):
    """Return the rows of a page's tree, oldest first; asked once for each page object."""
    if page.pk is None:  # a preview of a page that was never saved
        return []
    if not hasattr(page, "_reader_comment_rows"):
        rows = Comment.objects.in_thread().filter(page_id=page.pk).only(*SHOWN_FIELDS)
        page._reader_comment_rows = list(rows)
    return page._reader_comment_rows
