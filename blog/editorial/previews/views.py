"""What the holder of a link sees: the draft, or that the link leads nowhere."""

from dataclasses import dataclass
from datetime import datetime

from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from .finding import count_look, find_open_link, get_shown_page, is_look_of_a_person


@dataclass(frozen=True)
class Banner:
    """What stands over a draft. live_url, remark_url: "" for none; pinned_at: None for none."""

    ends_at: datetime
    pinned_at: datetime | None
    live_url: str
    remark_url: str


@require_safe
def preview(request, token):
    """Show the draft as readers would see it, and to nobody else."""
    link = find_open_link(token)
    if link is None or (is_look_of_a_person(request) and not count_look(link)):
        return show_nothing(request)
    page = get_shown_page(link)
    if not page.is_previewable():
        return show_nothing(request)
    mode = page.default_preview_mode
    request.shared_preview = make_banner(link, token)
    request.is_preview, request.preview_mode = True, mode
    response = page.serve_preview(request, mode)
    # The token is in the address, and the address would go along to every site that is linked to.
    return keep_secret(response, referrer="no-referrer")


def make_banner(link, token):
    is_pinned = link.pinned_content is not None
    remark_url = reverse("editorial:remark", args=[token]) if link.takes_remarks else ""
    return Banner(
        ends_at=link.expires_at,
        pinned_at=link.created_at if is_pinned else None,
        live_url=(link.page.url or "") if link.page.live else "",
        remark_url=remark_url,
    )


def show_nothing(request):
    """Answer a token that opens nothing: always the same, whatever the reason."""
    response = render(request, "editorial/previews/gone.html", status=404)
    return keep_secret(response, referrer="no-referrer")


def keep_secret(response, *, referrer):
    """Keep an answer out of caches and search engines. referrer: what other sites learn of it."""
    add_never_cache_headers(response)
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Referrer-Policy"] = referrer
    return response
