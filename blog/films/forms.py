"""The two forms of the film chooser."""

from django import forms
from django.db.models import Case, IntegerField, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm

from blog.lib.folding import fold

from .finding import look_for
from .years import check_film_year


def called_so_first(films, query):
    """Return `films` with those of exactly that title first, then those whose title begins so."""
    title = fold(query)[:255]
    if not title:
        return films
    place = Case(
        When(sort_title=title, then=0),
        When(sort_title__startswith=title, then=1),
        default=2,
        output_field=IntegerField(),
    )
    return films.order_by(place, "sort_title", "year", "pk")


class FilmFilterForm(BaseFilterForm):
    """`is_close`: nothing has the words that were searched, and what is shown comes near them."""

    is_close = False

    q = forms.CharField(
        label=_("Search term"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Title, original title, year or director")}),
    )

    def filter(self, films):
        films = super().filter(films)
        if query := self.cleaned_data["q"]:
            self.is_searching, self.search_query = True, query
            found = look_for(films, query)
            self.is_close = found.is_close
            films = called_so_first(films.filter(found.condition), query)
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
