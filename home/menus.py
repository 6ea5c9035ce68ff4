"""Menus as templates print them."""

from typing import NamedTuple

from .models import SiteSettings


class Link(NamedTuple):
    """One link of a menu; `current` is the value of aria-current: "page", "true" or ""."""

    title: str
    href: str
    current: str = ""


def get_menu(request, name):
    """Return the Links of a menu: "main", "footer" or "social".

    A link to a page that is not live is left out. Raises KeyError for another name.
    """
    settings = SiteSettings.for_request(request)
    relation = {"main": "main_menu", "footer": "footer_menu", "social": "social_links"}[name]
    if settings.pk is None:
        return []
    if name == "social":
        return [Link(row.label, row.url) for row in settings.social_links.all()]
    rows = getattr(settings, relation).select_related("page")
    return [_as_link(request, row) for row in rows if row.page is None or row.page.live]


def _as_link(request, row):
    href = row.page.get_url(request) if row.page else row.address
    return Link(str(row), href or "/", _current(request.path, href))


def _current(path, href):
    if href == path:
        return "page"
    inside = href and href != "/" and href.startswith("/") and path.startswith(href)
    return "true" if inside else ""
