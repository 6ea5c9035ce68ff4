"""A person's new name, wherever a film printed the old one."""

from .models import FilmPage


def rename_in_films(person):
    """Write the directors' line and the search words of a person's films again."""
    for film in FilmPage.objects.filter(credits__person=person).distinct():
        film.save(clean=False, update_fields=["directors", "search_words"])
