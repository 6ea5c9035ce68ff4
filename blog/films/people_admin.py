"""People in the admin: their list, their editor and their chooser."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from .models import Person


class PersonFilterForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Search term"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("A name")}),
    )

    def filter(self, people):
        people = super().filter(people)
        if query := self.cleaned_data["q"]:
            self.is_searching, self.search_query = True, query
            people = people.matching(query)
        return people


class ChoosePersonView(ChooseView):
    filter_form_class = PersonFilterForm


class ChoosePersonResultsView(ChooseResultsView):
    filter_form_class = PersonFilterForm


class PersonChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChoosePersonView
    choose_results_view_class = ChoosePersonResultsView
    form_fields = ["name"]
    creation_tab_label = _("New")
    create_action_label = _("Add person")


class PersonIndexView(IndexView):
    def search_queryset(self, queryset):
        return queryset.matching(self.search_query) if self.is_searching else queryset


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "group"
    menu_label = _("People")
    menu_name = "people"
    menu_order = 205
    add_to_admin_menu = True
    index_view_class = PersonIndexView
    chooser_viewset_class = PersonChooserViewSet
    chooser_per_page = 20
    list_display = ["name", "slug"]
    list_per_page = 50
    search_fields = ["search_words"]
    ordering = ["sort_name", "pk"]
    copy_view_enabled = False

    panels = [
        FieldPanel("name"),
        FieldPanel("other_names"),
        FieldPanel("about"),
        FieldPanel("portrait"),
        FieldPanel("slug"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("imdb_id"), FieldPanel("tmdb_id")]),
                FieldPanel("wikidata_id"),
            ],
            heading=_("The same person elsewhere"),
            icon="link",
        ),
    ]
