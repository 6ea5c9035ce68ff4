"""Books in the admin: their list, their editor and their chooser."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.views import chooser
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from .forms import BookFilterForm
from .models import Book


class BookIndexView(IndexView):
    def search_queryset(self, queryset):
        return queryset.matching(self.search_query) if self.is_searching else queryset


class BookListMixin:
    filter_form_class = BookFilterForm


class ChooseBookView(BookListMixin, chooser.ChooseView):
    pass


class ChooseBookResultsView(BookListMixin, chooser.ChooseResultsView):
    pass


class ChosenBookView(chooser.SnippetChosenView):
    def get_object(self, pk):
        try:
            return super().get_object(pk)
        except ValueError as error:
            raise Http404(f"{pk!r} is not the number of a book.") from error


class BookChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseBookView
    choose_results_view_class = ChooseBookResultsView
    chosen_view_class = ChosenBookView
    creation_form_class = "blog.citations.forms.NewBookForm"
    creation_tab_label = _("New")
    create_action_label = _("Add book")


class BookViewSet(SnippetViewSet):
    model = Book
    icon = "doc-full"
    menu_label = _("Books")
    menu_order = 215
    add_to_admin_menu = True
    index_view_class = BookIndexView
    chooser_viewset_class = BookChooserViewSet
    chooser_per_page = 20
    list_display = ["title", "author_line", "year"]
    list_per_page = 50
    search_fields = ["search_words"]
    ordering = ["title", "pk"]

    panels = [
        FieldPanel("title"),
        FieldPanel("authors"),
        FieldRowPanel([FieldPanel("year"), FieldPanel("publisher")]),
        FieldRowPanel([FieldPanel("edition"), FieldPanel("translators")]),
        FieldRowPanel([FieldPanel("isbn"), FieldPanel("language")]),
        FieldPanel("url"),
    ]
