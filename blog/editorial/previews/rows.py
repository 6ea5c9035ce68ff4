"""The links of a page as the editor's list prints them."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from ..models import PreviewLink
from .rights import get_ids_of_sharers

MOST_ENDED = 50


@dataclass(frozen=True)
class LinkRow:
    """link: PreviewLink. lost_its_maker: whether that account may not edit the page any more."""

    link: PreviewLink
    is_pinned: bool
    lost_its_maker: bool


def get_link_rows(page):
    """Return (open rows, ended rows) of a page, the newest first, in two queries."""
    now, sharers = timezone.now(), get_ids_of_sharers(page)
    links = PreviewLink.objects.filter(page=page.pk).select_related("created_by")
    links = links.defer("pinned_content").annotate(is_pinned=Q(pinned_content__isnull=False))
    rows = [LinkRow(link, link.is_pinned, link.created_by_id not in sharers) for link in links]
    still_open = [row for row in rows if _is_open(row.link, now)]
    ended = [row for row in rows if not _is_open(row.link, now)]
    return still_open, ended[:MOST_ENDED]


def _is_open(link, now):
    return link.revoked_at is None and link.expires_at > now
