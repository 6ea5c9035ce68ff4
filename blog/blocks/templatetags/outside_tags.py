"""What pages say to machines about themselves, and pictures as feeds and letters show them."""

from urllib.parse import urljoin

from django import template
from django.forms.utils import flatatt
from django.utils.html import format_html
from wagtail.models import Site

from blog.images.actions import get_servable_renditions
from blog.lib.plain_html import withheld
from blog.lib.stars import stars_label
from blog.lib.structured import json_ld_script

register = template.Library()

# The column of a letter, in CSS pixels.
WIDEST_IN_MAIL = 600

register.simple_tag(json_ld_script, name="json_ld")
register.simple_tag(withheld)
register.filter("stars_in_words", stars_label)


@register.simple_tag
def outside_picture(image, name, form="feed", alt=None):
    """An `<img>` with its size, or "" where there is no picture that can be shown.

    name: of the size, as for picture_of. alt: None for the image's own alternative text.
    """
    found = _get_jpeg(image, name)
    if found is None:
        return ""
    width, height = found.width, found.height
    if form == "mail" and width > WIDEST_IN_MAIL:
        width, height = WIDEST_IN_MAIL, round(height * WIDEST_IN_MAIL / width)
    if alt is None:
        alt = "" if image.decorative else image.contextual_alt_text or image.default_alt_text
    return format_html(
        "<img{}>", flatatt({"src": found.url, "width": width, "height": height, "alt": alt})
    )


@register.simple_tag(takes_context=True)
def share_picture(context, image, name="still"):
    """Return {url, width, height} of a picture for a preview elsewhere, or None; url absolute."""
    found = _get_jpeg(image, name)
    if found is None:
        return None
    url = absolute_url(context, found.url)
    return {"url": url, "width": found.width, "height": found.height}


@register.simple_tag(takes_context=True)
def absolute_url(context, path):
    """Return `path` with the origin of the request's site before it."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    return urljoin(f"{site.root_url}/", path) if site else path


def _get_jpeg(image, name):
    """Return the narrowest JPEG rendition, wide enough for a column, or None."""
    renditions = get_servable_renditions(image, name) if image else None
    return renditions[1][0] if renditions else None
