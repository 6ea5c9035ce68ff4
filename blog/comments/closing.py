"""When replies close by themselves: days after publication or, if it is later, the last one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from .models import Comment
from .rows import get_thread_rows, has_thread_rows


@dataclass(frozen=True)
class Closing:
    """When a page closes, or closed, to new comments by its date.

    closes_at: an aware datetime, or None for never. days: after how many.
    """

    closes_at: datetime | None = None
    days: int = 0
    is_after_comment: bool = False  # counted from the last comment, not from publication

    @property
    def is_closed(self):
        return self.closes_at is not None and self.closes_at <= timezone.now()


NEVER = Closing()


def get_closing(page, settings, last_comment_at=None):
    """Return the Closing of a page, of its own days or else the site's.

    last_comment_at: when the newest published comment was written, or None without one.
    """
    days, published_at = get_closing_days(page, settings), page.first_published_at
    if not days or not published_at:
        return NEVER
    is_after_comment = last_comment_at is not None and last_comment_at > published_at
    start = last_comment_at if is_after_comment else published_at
    return Closing(start + timedelta(days=days), days, is_after_comment)


def get_closing_days(page, settings):
    """Return after how many days a page closes; 0 for never.

    A film is written about for as long as it is seen: only its own number closes it.
    """
    if page.comments_close_after_days is not None:
        return page.comments_close_after_days
    return 0 if page.takes_ratings else settings.close_after_days


def has_closed(page, settings):
    """Return whether a page has closed by its date.

    Asks for the last comment only once publication alone is long ago, and not where the page
    object knows its rows.
    """
    if not get_closing(page, settings).is_closed:
        return False
    return get_closing(page, settings, get_last_comment_at(page)).is_closed


def get_last_comment_at(page):
    """Return when the newest published comment was written, or None.

    By the date that readers see: a late approval of an old one does not open the page again.
    """
    if has_thread_rows(page):
        rows = get_thread_rows(page)
        return next((row.created_at for row in reversed(rows) if row.is_published), None)
    rows = Comment.objects.filter(page_id=page.pk, status=Comment.Status.PUBLISHED)
    return rows.order_by("-created_at").values_list("created_at", flat=True).first()
