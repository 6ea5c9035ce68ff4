"""What essays give films: a source of the films' standings, and what brings them up to date."""

from blog.films.standing import Rating, refresh_standing, register_rating_source

from .models import PostPage


@register_rating_source
def ratings_of_posts(film_id):
    rated = PostPage.objects.published().filter(film=film_id).rated().defer_streamfields()
    return [Rating(post.date, post.half_stars, post.author_id) for post in rated]


def refresh_films_of(posts):
    """Compute the standing of every film that `posts`, a PostQuerySet, are about."""
    rated = posts.rated().order_by("film_id").values_list("film_id", flat=True).distinct()
    for film_id in list(rated):
        refresh_standing(film_id)


def remember_film(post):
    """Note on an essay that is about to be saved which film its row was about."""
    before = PostPage.objects.filter(pk=post.pk).values_list("film_id", flat=True).first()
    post.__dict__.setdefault("films_before", set()).add(before)


def refresh_film_of(post):
    """Compute the standing of an essay's film, and of the one that it was about before."""
    films = {post.film_id, *post.__dict__.pop("films_before", ())} - {None}
    for film_id in sorted(films):
        refresh_standing(film_id)
