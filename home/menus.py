"""Menus as templates print them."""

from operator import itemgetter
from typing import NamedTuple

from django.db.models import BooleanField, CharField, F, Value
from wagtail.models import Page

from .models import FooterMenuItem, MainMenuItem, SiteSettings, SocialLink

_NOTHING = Value("", output_field=CharField())
_ALWAYS = Value(True, output_field=BooleanField())


class Link(NamedTuple):
    """One link of a menu; `current` is the value of aria-current: "page", "true" or ""."""

    title: str
    href: str
    current: str = ""


def get_menu(request, name):
    """Return the Links of a menu: "main", "footer" or "social".

    A link to a page that is not live is left out. All menus are read once a request, in one
    query. Raises KeyError for another name.
    """
    menus = getattr(request, "_menus", None)
    if menus is None:
        menus = request._menus = _read_menus(request)
    return menus[name]


def _read_menus(request):
    site_settings = SiteSettings.for_request(request)
    rows = _rows("social", SocialLink.objects.filter(settings=site_settings), address=F("url"))
    for menu, model in (("main", MainMenuItem), ("footer", FooterMenuItem)):
        items = model.objects.filter(settings=site_settings)
        rows = rows.union(
            _rows(menu, items, F("page__title"), F("page__url_path"), F("page__live"))
        )
    menus = {"main": [], "footer": [], "social": []}
    for menu, _order, label, address, title, path, live in sorted(rows, key=itemgetter(0, 1)):
        if live is not False:
            href = (Page(url_path=path).get_url(request) if path else address) or "/"
            menus[menu].append(Link(label or title, href, _current(request.path, href)))
    return menus


def _rows(menu, items, title=_NOTHING, path=_NOTHING, live=_ALWAYS, address=None):
    """Return the rows of one menu in the columns that all menus share, for one query of all."""
    return items.order_by().values_list(
        Value(menu), "sort_order", "label", address or F("address"), title, path, live
    )


def _current(path, href):
    if href == path:
        return "page"
    inside = href != "/" and href.startswith("/") and path.startswith(href)
    return "true" if inside else ""
