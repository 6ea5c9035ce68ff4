"""What the pages of films and people print."""

from urllib.parse import quote, urlencode

from django import template
from django.utils import formats
from wagtail.models import Page, Site

from blog.blocks.structured import faq_json_ld
from blog.blocks.templatetags.outside_tags import absolute_url, share_picture
from blog.comments.structured import comments_json_ld
from blog.lib.durations import format_minutes

from ..actions import get_library
from ..library.film import get_credits, get_public_viewings, get_terms
from ..library.structured import movie_json_ld, person_json_ld
from ..lookup.origins import sources_of
from ..models import FilmIndexPage

register = template.Library()

register.simple_tag(get_credits, name="film_credits")
register.simple_tag(get_terms, name="film_terms")


@register.filter
def duration(minutes):
    """Return "1 h 29 min" for 89, "" for none."""
    return format_minutes(minutes) if minutes else ""


@register.filter
def grouped(number):
    """Return a number with its thousands apart, as the language in force writes it."""
    return formats.number_format(number, force_grouping=True)


@register.filter
def local_names(terms):
    """Return the names of countries, languages or genres in the language in force."""
    return [term.local_name for term in terms]


@register.simple_tag
def film_library(film):
    """Return the FilmIndexPage that a film stands in; while it has no place yet, the first one."""
    parent = getattr(film, "_cached_parent_obj", None)
    if isinstance(parent, FilmIndexPage):
        return parent
    if not film.path:
        return get_library()
    return FilmIndexPage.objects.filter(path=film.path[: -Page.steplen]).first()


@register.simple_tag(takes_context=True)
def library_url(context, library, **params):
    """Return the address of the library, narrowed by `params`, such as genre="drama"."""
    address = library.get_url(context.get("request")) if library else None
    if not address:
        return ""
    params = {name: value for name, value in params.items() if value}
    return f"{address}?{urlencode(params)}" if params else address


@register.simple_tag(takes_context=True)
def person_url(context, person, library):
    """Return the address of a person's page, without the query of `Person.get_absolute_url`."""
    address = library_url(context, library)
    return f"{address}people/{quote(person.slug)}/" if address else ""


@register.simple_tag(takes_context=True)
def film_viewings(context, film):
    """Return a film's public viewings, each with `address`: of its line in the diary."""
    viewings = get_public_viewings(film)
    for viewing in viewings:
        diary = Page(url_path=viewing.diary_path).get_url(context.get("request")) or ""
        day = viewing.watched_on
        viewing.address = f"{diary}{day:%Y/%m}/#viewing-{viewing.pk}" if diary and day else diary
    return viewings


@register.simple_tag
def film_faq(film):
    """Return the FAQPage of the guide's questions, or None."""
    return faq_json_ld(film.guide)


@register.simple_tag
def fact_attributions(film):
    """Return the Sources of a film's facts that ask to be named in a sentence of their own."""
    return [source for source in sources_of(film) if source.attribution]


@register.simple_tag(takes_context=True)
def movie_structure(context, film, credits, terms, library):
    """Return the JSON-LD of a film's page; {} outside a site."""
    if _site(context) is None or not film.pk:
        return {}
    picture = share_picture(context, film.poster, "poster") or {}
    address = film.get_full_url(context["request"]) or ""
    return movie_json_ld(
        film,
        address=address,
        credits=credits,
        terms=terms,
        picture=picture.get("url", ""),
        comments=comments_json_ld(film, context["request"], address),
        whole=lambda person: absolute_url(context, person_url(context, person, library)),
    )


@register.simple_tag(takes_context=True)
def person_structure(context, person, library):
    """Return the JSON-LD of a person's page; {} outside a site."""
    if _site(context) is None:
        return {}
    picture = share_picture(context, person.portrait, "portrait") or {}
    address = absolute_url(context, person_url(context, person, library))
    return person_json_ld(person, address=address, picture=picture.get("url", ""))


def _site(context):
    request = context.get("request")
    return Site.find_for_request(request) if request else None
