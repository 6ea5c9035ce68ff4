"""The film chooser in the diary's forms."""

from ..viewsets import film_chooser

NO_FILM = "0"
LONGEST_NUMBER = 18  # of digits; what is longer fits into no column


class FilmInput(film_chooser.widget_class):
    """The film chooser, which takes what is no number of a film for a film that is gone."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        if value is None:
            return None
        value = str(value)
        is_number = value.isascii() and value.isdigit() and len(value) <= LONGEST_NUMBER
        return value if is_number else NO_FILM
