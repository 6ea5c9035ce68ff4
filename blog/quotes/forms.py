"""The two forms of the quotation chooser."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm

from blog.blocks.dialogue import rich_text
from blog.films.models import FilmPage
from blog.lib.trash import without_trash

from .models import Quote

_TITLE_AND_YEAR = re.compile(r"(?P<title>.+?)\s*(?:\((?P<year>\d{4})\))?\s*", re.DOTALL)


class QuoteFilterForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Search term"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Words, who said them, or the source")}),
    )

    def filter(self, quotes):
        quotes = super().filter(quotes)
        if query := self.cleaned_data["q"]:
            self.is_searching, self.search_query = True, query
            quotes = quotes.matching(query)
        return quotes


class FilmTitleField(forms.CharField):
    """A film of the library, by its title: a chooser cannot open inside a chooser."""

    def clean(self, value):
        typed = super().clean(value)
        if not typed:
            return None
        match = _TITLE_AND_YEAR.fullmatch(typed)
        library = without_trash(FilmPage.objects.all())
        films = library.titled(match["title"], match["year"] and int(match["year"]))
        # "Bande à part (1964)" may also be a title that ends in brackets.
        found = list(films[:2]) or list(library.titled(typed)[:2])
        if len(found) > 1:
            raise forms.ValidationError(_("More films than one have this title. Add the year."))
        if not found:
            raise forms.ValidationError(
                _("The library has no film of this title. Name it as the source instead.")
            )
        return found[0]


class NewQuoteForm(forms.ModelForm):
    """What is needed to keep a quotation while writing; the rest is on its own page."""

    text = forms.CharField(
        label=_("Words"),
        help_text=_("Without quotation marks: the page adds them where they belong."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
    )
    film = FilmTitleField(
        label=_("Film"),
        required=False,
        max_length=255,
        help_text=_("The title as it stands in the library, with the year if need be."),
    )

    class Meta:
        model = Quote
        fields = [
            "text",
            "speaker",
            "film",
            "source",
            "detail",
            "provenance",
            "provenance_note",
            "is_from_memory",
            "gloss",
        ]

    def clean_text(self):
        """Plain words become paragraphs and lines of rich text."""
        return rich_text(self.cleaned_data["text"])
