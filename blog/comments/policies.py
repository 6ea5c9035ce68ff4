"""Whether a page takes comments, and which."""

from .closing import is_closed
from .commentable import CommentableMixin
from .models import CommentSettings

OPEN, CLOSED, HIDDEN = CommentableMixin.CommentsState.values


def get_comments_state(page, settings=None):
    """Return "open", "closed" or "hidden" for a page: the stricter of its own and the site's.

    Costs a query only where publication alone is so long ago that the page would be closed.
    """
    if not isinstance(page, CommentableMixin) or page.comments_are_hidden:
        return HIDDEN
    settings = settings or get_comment_settings(page)
    return CLOSED if is_closed(page, settings) else OPEN


def get_policy(page, settings):
    """Return the policy that holds for a page: its own, else the site's."""
    return page.comments_policy or settings.policy


def takes_ratings(page):
    """Return whether readers may give a page stars; a plain Page is asked as what it really is."""
    page_class = page.specific_class
    return bool(page_class) and getattr(page_class, "takes_ratings", False)


def get_comment_settings(page):
    """Return the settings of the site that the page belongs to, or unsaved ones without a site."""
    site = page.get_site()
    return CommentSettings.for_site(site) if site else CommentSettings()
