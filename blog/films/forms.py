"""The film editor's form, and the two forms of the film chooser."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.choosers import BaseFilterForm

from .slugs import RESERVED_SLUGS, film_slug
from .years import check_film_year


class FilmPageForm(WagtailAdminPageForm):
    def clean(self):
        """Give a film whose address is taken, and that nobody has seen yet, its year."""
        slug = self.cleaned_data.get("slug")
        if slug and self.parent_page and not self.instance.first_published_at:
            others = self.parent_page.get_children().exclude(pk=self.instance.pk)
            taken = RESERVED_SLUGS.union(others.values_list("slug", flat=True))
            year = self.cleaned_data.get("year")
            if slug in taken and year:
                self.cleaned_data["slug"] = film_slug(slug, year, taken.__contains__)
            elif slug in taken:
                self.add_error("slug", _("That address is taken. Fill in the year, or change it."))
        return super().clean()


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
