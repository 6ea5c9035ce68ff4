"""The two forms of the film chooser."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm

from .years import check_film_year


class FilmFilterForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Search term"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Title, original title, year or director")}),
    )

    def filter(self, films):
        films = super().filter(films)
        if query := self.cleaned_data["q"]:
            self.is_searching, self.search_query = True, query
            films = films.matching(query)
        return films


class NewFilmForm(forms.Form):
    """A film by title and year; when the library seems to hold it, a question which is meant."""

    SAME, ANOTHER = "same", "another"

    title = forms.CharField(label=_("Title"), max_length=255)
    year = forms.IntegerField(
        label=_("Year"), required=False, validators=[check_film_year], min_value=0
    )

    def ask_about(self, film):
        """Ask whether `film` is the one that is meant, above the fields that were filled in."""
        self.fields["answer"] = forms.ChoiceField(
            label=_("Is it this film?"),
            widget=forms.RadioSelect,
            required=False,
            choices=[
                (self.SAME, _("Yes, use “%(film)s”") % {"film": film}),
                (self.ANOTHER, _("No, add another film of this title")),
            ],
        )
        self.add_error(
            "answer",
            _("“%(film)s” is in the library already. Say which film you mean.") % {"film": film},
        )
