"""What readers say, as RSS 2.0: of one page, or of the whole journal. Curtains stay closed."""

import hashlib
import re
from datetime import UTC, datetime

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.html import format_html
from django.utils.http import http_date, quote_etag
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Site
from wagtail.url_routing import RouteResult

from blog.lib.html import render_comment
from blog.lib.plain_html import plain_html
from blog.lib.stars import stars_label

from .models import Comment
from .rows import SHOWN_FIELDS

NEWEST = 50  # comments in a feed
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


class CommentsFeed(Rss201rev2Feed):
    """A feed without comments is as old as its page, so that it stays the same."""

    def latest_post_date(self):
        return super().latest_post_date() if self.items else self.feed["began_at"]


class FeedRoutingMixin:
    """A page whose comments can be followed at `feed/` below it. Mix in before Page."""

    def route(self, request, path_components):
        if path_components == ["feed"] and self.live and not self.comments_are_hidden:
            return RouteResult(self, kwargs={"as_feed": True})
        return super().route(request, path_components)

    def serve(self, request, *args, as_feed=False, **kwargs):
        return page_feed(request, self) if as_feed else super().serve(request, *args, **kwargs)


@require_safe
def journal_feed(request):
    """Answer with the newest comments on all public pages of the request's site."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("No site is served under this name.")
    rows = Comment.objects.readable().filter(page__path__startswith=site.root_page.path)
    name = site.site_name or settings.WAGTAIL_SITE_NAME
    title = _("Comments on %(name)s") % {"name": name}
    return _answer(request, rows, site.root_page, title, f"{site.root_url}/")


@require_safe
def page_feed(request, page):
    """Answer with the newest comments on a page that its reader may read."""
    rows = Comment.objects.published().filter(page_id=page.pk).order_by("-published_at", "-pk")
    title = _("Replies to “%(title)s”") % {"title": page.title}
    return _answer(request, rows, page, title, page.get_full_url(request))


def _answer(request, rows, page, title, link):
    """Return the feed of the newest of `rows`, or 304 to whoever has it already."""
    feed = CommentsFeed(
        title=_printable(title),
        link=link,
        description=_printable(title),
        feed_url=request.build_absolute_uri(request.path),
        language=get_language(),
        began_at=page.first_published_at or BEGINNING,
    )
    fields = [*SHOWN_FIELDS, "parent__name", "parent__status"]
    for comment in rows.select_related("page", "parent").only(*fields)[:NEWEST]:
        feed.add_item(**_describe(comment, request))
    content = feed.writeString("utf-8").encode()
    changed_at = feed.latest_post_date()
    etag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    headers = {"ETag": etag, "Last-Modified": http_date(changed_at.timestamp())}
    response = HttpResponse(content, "application/rss+xml; charset=utf-8", headers=headers)
    return get_conditional_response(request, etag, int(changed_at.timestamp()), response)


def _describe(comment, request):
    """Return what the feed says of one comment: nobody is named who cannot be read."""
    page_address = comment.page.get_full_url(request)
    address = f"{page_address}?comment={comment.pk}#comment-{comment.pk}"
    html = plain_html(render_comment(comment.body, masked=comment.masked), page_address)
    if comment.half_stars:
        html = format_html("<p>{}</p>\n{}", stars_label(comment.half_stars), html)
    title = _("%(name)s on “%(title)s”")
    parent = comment.parent
    if parent and parent.is_published:
        there = f"{page_address}?comment={parent.pk}#comment-{parent.pk}"
        html = format_html(
            '<p>{} <a href="{}">{}</a></p>\n{}', _("in reply to"), there, parent.name, html
        )
    return {
        "title": _printable(title % {"name": comment.name, "title": comment.page.title}),
        "link": address,
        "description": _printable(html),
        "author_name": _printable(comment.name),
        "unique_id": f"tag:{request.get_host()},{comment.created_at:%Y}:comment-{comment.pk}",
        "unique_id_is_permalink": False,
        "pubdate": comment.published_at,
        "updateddate": comment.edited_at,
    }


def _printable(text):
    """Return text without the characters that no XML can hold."""
    return NOT_IN_XML.sub("", str(text))
