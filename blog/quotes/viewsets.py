"""The commonplace book in the admin: its list, its editor and its chooser."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet

from .chooser_views import (
    ChooseQuoteResultsView,
    ChooseQuoteView,
    ChosenQuoteView,
    CreateQuoteView,
)
from .models import Quote
from .panels import UsagePanel


class QuoteIndexView(IndexView):
    def search_queryset(self, queryset):
        return queryset.matching(self.search_query) if self.is_searching else queryset


class QuoteCreateView(CreateView):
    def save_instance(self):
        self.form.instance.owner = self.request.user
        return super().save_instance()


class QuoteChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseQuoteView
    choose_results_view_class = ChooseQuoteResultsView
    chosen_view_class = ChosenQuoteView
    create_view_class = CreateQuoteView
    creation_form_class = "blog.quotes.forms.NewQuoteForm"
    creation_tab_label = _("New")
    create_action_label = _("Keep quotation")


class QuoteViewSet(SnippetViewSet):
    model = Quote
    icon = "openquote"
    menu_label = _("Quotations")
    menu_order = 210
    add_to_admin_menu = True
    index_view_class = QuoteIndexView
    add_view_class = QuoteCreateView
    chooser_viewset_class = QuoteChooserViewSet
    chooser_per_page = 20
    list_display = ["__str__", "film", "get_provenance_display", "state", "created_at"]
    list_filter = ["state", "provenance", "film"]
    list_per_page = 50
    search_fields = ["search_words"]
    ordering = ["-created_at", "-pk"]

    panels = [
        UsagePanel(),
        FieldPanel("text"),
        FieldPanel("is_dialogue"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("speaker"), FieldPanel("person")]),
                FieldPanel("film"),
                FieldPanel("book"),
                FieldPanel("conversation"),
                FieldPanel("source"),
                FieldRowPanel([FieldPanel("detail"), FieldPanel("source_url")]),
            ],
            heading=_("Who and where"),
            icon="user",
        ),
        MultiFieldPanel(
            [
                FieldPanel("provenance"),
                FieldPanel("provenance_note"),
                FieldPanel("is_from_memory"),
            ],
            heading=_("How you know"),
            icon="help",
        ),
        FieldPanel("gloss"),
        FieldPanel("themes"),
        FieldPanel("state"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("slug")]),
    ]

    def get_queryset(self, request):
        return Quote.objects.select_related("film", "person").all()
