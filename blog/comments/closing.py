"""When replies close: by hand, or days after publication or the last one, whichever is later."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from .commentable import CommentableMixin, Policy
from .models import Comment
from .rows import get_thread_rows, has_thread_rows


@dataclass(frozen=True)
class Closing:
    """When a page closes, or closed, to new comments, and why.

    closes_at: an aware datetime; None for never, and for an unknown day by hand.
    days: after how many it closes by itself.
    """

    closes_at: datetime | None = None
    days: int = 0
    is_after_comment: bool = False  # counted from the last comment, not from publication
    is_by_hand: bool = False

    @property
    def is_closed(self):
        has_come = self.closes_at is not None and self.closes_at <= timezone.now()
        return self.is_by_hand or has_come


NEVER = Closing()


def get_closing(page, settings, last_comment_at=None):
    """Return the Closing of a page, by its own choices or else the site's.

    last_comment_at: when the newest published comment was written, or None without one.
    """
    if page.comments_state == CommentableMixin.CommentsState.CLOSED:
        return Closing(page.comments_closed_at, is_by_hand=True)
    if page.comments_policy == Policy.CLOSED:
        return Closing(page.comments_closed_at, is_by_hand=True)
    if not page.comments_policy and settings.policy == Policy.CLOSED:
        return Closing(settings.closed_at, is_by_hand=True)
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


def is_closed(page, settings):
    """Return whether a page takes no comments now.

    Asks for the last comment only where publication alone is so long ago that it would be closed,
    and not where the page object knows its rows.
    """
    closing = get_closing(page, settings)
    if closing.is_by_hand or not closing.is_closed:
        return closing.is_closed
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
