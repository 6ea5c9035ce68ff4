"""From a token to the page that it shows, and the count of those who looked."""

import re

from django.db.models import F
from django.utils import timezone

from blog.comments.commentable import CommentableMixin
from blog.lib.secret_tokens import hash_token
from blog.lib.trash import is_in_trash

from ..models import PreviewLink
from .rights import may_share

# Programs that fetch an address as soon as somebody pastes it, and those that fetch all.
PROGRAMS = re.compile(
    r"bot\b|bot[/;]|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|telegram|slack|discord"
    r"|embedly|mastodon|curl|wget|python|httpx|libwww|headless|monitor|scan",
    re.IGNORECASE,
)


def find_open_link(token):
    """Return the PreviewLink that `token` opens now, or None; nobody is told why not.

    It opens as long as its time lasts, nobody ended it, its page is not in the trash, and the
    account that made it may still edit that page.
    """
    links = PreviewLink.objects.open().select_related("page", "created_by")
    link = links.filter(token_hash=hash_token(token)).first()
    if link is None or is_in_trash(link.page) or not may_share(link.created_by, link.page):
        return None
    return link


def get_shown_page(link):
    """Return the specific page as `link` shows it; never save it.

    It comes without replies and their form: they belong to the page that readers know.
    """
    page = link.page.specific
    if link.pinned_content is None:
        page = page.get_latest_revision_as_object()
    else:
        page = page.with_content_json(link.pinned_content)
    if isinstance(page, CommentableMixin):
        page.comments_state = page.CommentsState.HIDDEN
    return page


def is_look_of_a_person(request):
    """Return whether somebody outside the journal seems to look, as far as a request tells."""
    purpose = request.headers.get("Sec-Purpose") or request.headers.get("Purpose") or ""
    is_ahead = "prefetch" in purpose.lower() or request.headers.get("X-Moz") == "prefetch"
    agent = request.headers.get("User-Agent", "")
    if request.method != "GET" or is_ahead or not agent or PROGRAMS.search(agent):
        return False
    return not request.user.is_authenticated


def count_look(link):
    """Count one look; False when the link ended in this moment."""
    now = timezone.now()
    looks = PreviewLink.objects.open(now).filter(pk=link.pk)
    return bool(looks.update(views=F("views") + 1, last_viewed_at=now))
