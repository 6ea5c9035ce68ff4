"""The two forms of the book chooser."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm

from .models import Book


class BookFilterForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Search term"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Title, author, publisher or year")}),
    )

    def filter(self, books):
        books = super().filter(books)
        if query := self.cleaned_data["q"]:
            self.is_searching, self.search_query = True, query
            books = books.matching(query)
        return books


class NewBookForm(forms.ModelForm):
    """A book by what a reference needs; the rest can be filled in later."""

    class Meta:
        model = Book
        fields = ["title", "authors", "year", "publisher"]
        widgets = {"authors": forms.Textarea(attrs={"rows": 3})}
