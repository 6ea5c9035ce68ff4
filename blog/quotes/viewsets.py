"""The commonplace book in the admin: its list, its editor and its chooser."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from .chooser_views import ChooseQuoteResultsView, ChooseQuoteView, ChosenQuoteView
from .models import Quote


class QuoteIndexView(IndexView):
    def search_queryset(self, queryset):
        return queryset.matching(self.search_query) if self.is_searching else queryset


class QuoteChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseQuoteView
    choose_results_view_class = ChooseQuoteResultsView
    chosen_view_class = ChosenQuoteView
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
    chooser_viewset_class = QuoteChooserViewSet
    chooser_per_page = 20
    list_display = ["__str__", "film", "get_provenance_display", "created_at"]
    list_filter = ["provenance", "film"]
    list_per_page = 50
    search_fields = ["search_words"]
    ordering = ["-created_at", "-pk"]

    panels = [
        FieldPanel("text"),
        MultiFieldPanel(
            [
                FieldPanel("speaker"),
                FieldPanel("film"),
                FieldPanel("source"),
                FieldRowPanel([FieldPanel("source_url"), FieldPanel("detail")]),
            ],
            heading=_("Who and where"),
            icon="user",
        ),
        MultiFieldPanel(
            [FieldPanel("provenance"), FieldPanel("provenance_note")],
            heading=_("How you know"),
            icon="help",
        ),
        FieldPanel("gloss"),
        FieldPanel("themes"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("slug")]),
    ]

    def get_queryset(self, request):
        return Quote.objects.select_related("film").all()
