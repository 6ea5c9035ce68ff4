"""What the head of an essay says to machines."""

from urllib.parse import urljoin

from django import template
from wagtail.models import Site

from blog.blocks.outside import OutsideForm
from blog.blocks.templatetags.outside_tags import share_picture
from blog.comments.structured import comments_json_ld

from ..structured import describe_post, post_structures

register = template.Library()


@register.simple_tag
def social_words(page):
    """Return what a link preview prints of an essay, plain str."""
    return describe_post(page, OutsideForm.SOCIAL)


@register.simple_tag(takes_context=True)
def essay_structures(context, page):
    """Return the JSON-LD of an essay, a list of dicts; [] outside a site."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return []
    film = page.published_film
    address = page.get_full_url(request) or site.root_url
    return post_structures(
        page,
        address=address,
        journal_name=context["site"].name if "site" in context else site.site_name,
        journal_url=f"{site.root_url}/",
        picture=share_picture(context, page.hero or (film and film.still)),
        comments=comments_json_ld(page, request, address),
        whole=lambda path: urljoin(f"{site.root_url}/", path or ""),
    )
