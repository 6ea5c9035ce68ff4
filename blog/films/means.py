"""What readers gave the films of a body, asked when the first card prints it."""

from functools import cache

from django.utils.functional import SimpleLazyObject

from blog.comments.takes import add_readers_means


def promise_readers_means(films):
    """Give each film of {id: film} a `readers_mean`, and return `films`.

    One query for all, and none while no card prints them: lines and lists do without.
    """

    @cache
    def means():
        return {film.pk: film.readers_mean for film in add_readers_means(films.values())}

    for pk, film in films.items():
        film.readers_mean = SimpleLazyObject(lambda pk=pk: means().get(pk))
    return films
