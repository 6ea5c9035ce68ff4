"""What readers gave the films of a body, asked when the first card prints it."""

from functools import cache, partial

from blog.comments.takes import add_readers_means


def promise_readers_means(films):
    """Give each film of {id: film} a `readers_mean` for templates, and return `films`.

    One query for all, and none while no card prints them: lines and lists do without. It is a
    function, which templates call; a lazy object would be asked as soon as a film is copied.
    """

    @cache
    def means():
        return {film.pk: film.readers_mean for film in add_readers_means(list(films.values()))}

    def mean_of(pk):
        return means().get(pk)

    for pk, film in films.items():
        film.readers_mean = partial(mean_of, pk)
    return films
