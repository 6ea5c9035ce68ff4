"""Columns of a film that are computed from what stands around it."""

from django.db import models


class DirectorsField(models.CharField):
    """The directors' names with commas between, from the credits, on every save.

    A card or a list prints them without a question for each film.
    """

    def __init__(self, *args, **kwargs):
        options = {"editable": False, "blank": True, "default": "", "max_length": 1000}
        super().__init__(*args, **{**options, **kwargs})

    def pre_save(self, model_instance, add):
        names = [credit.person.name for credit in model_instance.get_director_credits()]
        # A comma inside a name would read as two people.
        joined = ", ".join(name.replace(",", "") for name in names)[: self.max_length]
        setattr(model_instance, self.attname, joined)
        return joined
