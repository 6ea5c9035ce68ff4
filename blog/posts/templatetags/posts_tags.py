"""What the pages of films and the home page show of the essays."""

from django import template
from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex

from ..models import PostPage
from ..ratings import ratings_by_film

register = template.Library()


@register.simple_tag
def posts_mentioning(film):
    """Return the published posts that are about `film` or hold its card, newest first.

    A new film has no row yet while its first preview is drawn, so nothing mentions it.
    """
    if film.pk is None:
        return PostPage.objects.none()
    references = ReferenceIndex.get_references_to(film).filter(
        base_content_type__app_label="wagtailcore", base_content_type__model="page"
    )
    ids = references.annotate(page_id=Cast("object_id", BigIntegerField())).values("page_id")
    return PostPage.objects.filter(pk__in=ids).published().defer_streamfields()


@register.simple_tag(takes_context=True)
def my_stars(context, film):
    """Return the half stars that the newest published post about `film` gives it, or None.

    All ratings of the journal are read once a request: a page of film cards costs one query.
    """
    if film is None:
        return None
    request = context.get("request")
    ratings = getattr(request, "_ratings_by_film", None)
    if ratings is None:
        ratings = ratings_by_film()
        if request is not None:
            request._ratings_by_film = ratings
    return ratings.get(film.pk)
