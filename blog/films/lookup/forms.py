from django import forms
from django.utils.translation import gettext_lazy as _

from ..years import check_film_year


class LookUpForm(forms.Form):
    """What is looked up: a title, and a year where it is known."""

    title = forms.CharField(label=_("Title"), max_length=255)
    year = forms.IntegerField(
        label=_("Year"), required=False, validators=[check_film_year], min_value=0
    )


class TakeForm(forms.Form):
    """Which facts are taken over, and from which draft the author decided that."""

    facts = forms.MultipleChoiceField(required=False)
    revision = forms.IntegerField(required=False, min_value=0)

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["facts"].choices = [
            (row.fact.name, row.fact.label) for row in rows if row.can_be_taken
        ]
