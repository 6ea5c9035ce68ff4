"""What the pages of films and the home page show of the essays."""

from django import template
from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex

from ..models import PostPage

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


@register.simple_tag
def posts_about_films(films):
    """Return the published posts about one of `films`, newest first, in one query.

    films: a list of FilmPages that readers may see; the posts carry them.
    """
    by_id = {film.pk: film for film in films if film.pk}
    posts = list(PostPage.objects.filter(film__in=by_id).published().defer_streamfields())
    for post in posts:
        post.film = by_id[post.film_id]
    return posts
