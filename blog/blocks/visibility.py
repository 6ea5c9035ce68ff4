"""Whether a page that an author chose may be shown to every reader."""

from blog.lib.pages import is_restricted


def with_privacy(pages):
    """Return the queryset with `is_private` on each page, so that asking costs no query."""
    return pages.annotate(is_private=is_restricted())


def is_public(page):
    """Return whether readers may see the page: it exists, is live and behind no restriction.

    page: a page or None. Queries when the page does not come from `with_privacy`.
    """
    if page is None or not page.live:
        return False
    if "is_private" in page.__dict__:
        return not page.is_private
    return not page.get_view_restrictions().exists()
