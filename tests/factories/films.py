"""The smallest valid films."""

from blog.films.models import FilmPage


def make_film(library, title="A film", year=None, *, live=True, **fields):
    """Return a FilmPage under `library`, a FilmIndexPage; live ones published as Wagtail does."""
    film = FilmPage(title=title, year=year, live=False, **fields)
    library.refresh_from_db()
    library.add_child(instance=film)
    if live:
        film.save_revision().publish()
        film.refresh_from_db()
    return film
