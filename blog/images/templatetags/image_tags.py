"""Pictures in templates. Pages with many fetch them together: `fetch_pictures` in renditions.py."""

from django import template
from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from ..actions import get_servable_renditions
from ..renditions import RENDITIONS

register = template.Library()

PLACEHOLDERS = {
    "still": ("img/placeholder-still.svg", 1240, 564),
    "poster": ("img/placeholder-poster.svg", 400, 600),
    "portrait": ("img/placeholder-portrait.svg", 240, 240),
}


@register.simple_tag
def picture_of(image, name, alt=None, sizes=None, priority=False, **attributes):
    """A `<picture>` of `image` in the sizes of `name`, or a placeholder where it cannot be shown.

    alt: None for the image's own alternative text, "" for a decorative picture.
    priority: True for the first picture of a page, which is fetched at once.
    attributes: of the `<img>`, such as class.
    """
    renditions = get_servable_renditions(image, name) if image else None
    if renditions is None:
        return placeholder(name, alt=alt or "", priority=priority, **attributes)
    avif, jpeg = renditions
    sizes = sizes or RENDITIONS[name].sizes
    smallest, widest = jpeg[0], (avif or jpeg)[-1]
    img = {
        "src": smallest.url,
        "srcset": _srcset(jpeg) if len(jpeg) > 1 else None,
        "sizes": sizes if len(jpeg) > 1 else None,
        "width": widest.width,
        "height": widest.height,
        "alt": _alt_of(image) if alt is None else alt,
        **_fetching(priority),
        **attributes,
    }
    sources = [(_srcset(avif), sizes)] if avif else []
    return format_html(
        "<picture>{}<img{}></picture>",
        format_html_join("", '<source type="image/avif" srcset="{}" sizes="{}">', sources),
        flatatt(_without_none(img)),
    )


@register.simple_tag
def placeholder(name, title="", alt=None, priority=False, **attributes):
    """The drawing that stands where there is no picture of `title`."""
    path, width, height = PLACEHOLDERS[RENDITIONS[name].placeholder]
    if alt is None:
        alt = _("No picture of %(title)s yet") % {"title": title} if title else ""
    img = {
        "src": static(path),
        "width": width,
        "height": height,
        "alt": alt,
        **_fetching(priority),
        **attributes,
    }
    return format_html("<img{}>", flatatt(_without_none(img)))


def _srcset(renditions):
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)


def _alt_of(image):
    """An ImageBlock says what its picture means here; otherwise the image's own words stand."""
    if image.decorative:
        return ""
    return image.contextual_alt_text or image.default_alt_text


def _fetching(priority):
    if priority:
        return {"fetchpriority": "high"}
    return {"loading": "lazy", "decoding": "async"}


def _without_none(attributes):
    return {name: value for name, value in attributes.items() if value is not None}
