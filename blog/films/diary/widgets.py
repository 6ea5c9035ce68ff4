"""The film chooser in forms that stand for themselves, such as the diary's."""

from ..viewsets import film_chooser

NO_ROW = "0"
LONGEST_NUMBER = 18  # of digits; what is longer fits into no column


class NumberedChooserMixin:
    """Takes what is no number of a row for a row that is gone. Mix in before a chooser."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        if value is None:
            return None
        value = str(value)
        is_number = value.isascii() and value.isdigit() and len(value) <= LONGEST_NUMBER
        return value if is_number else NO_ROW


class FilmInput(NumberedChooserMixin, film_chooser.widget_class):
    pass
