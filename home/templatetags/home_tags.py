"""The site's name and menus, for every template."""

from django import template

from ..menus import get_menu
from ..models import SiteSettings

register = template.Library()


@register.simple_tag(takes_context=True)
def site_settings(context):
    """Return the SiteSettings of the request's site; without a request, unsaved defaults."""
    request = context.get("request")
    return SiteSettings.for_request(request) if request else SiteSettings()


@register.simple_tag(takes_context=True)
def menu_items(context, name):
    """Return the links of the menu "main", "footer" or "social", as home.menus.Link tuples."""
    request = context.get("request")
    return get_menu(request, name) if request else []
