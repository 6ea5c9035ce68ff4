"""Word rules in the admin: a list, a form that can be tried, files in and out."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet

from ..models import WordRule
from .forms import WordRuleForm
from .trying import try_rule
from .views import export_rules, import_rules


class TryMixin:
    """A second button that stores nothing and shows what the rule would have found."""

    def post(self, request, *args, **kwargs):
        if "try" not in request.POST:
            return super().post(request, *args, **kwargs)
        if not hasattr(self, "object"):
            self.object = None
        form = self.get_form()
        context = {"trial": try_rule(form.instance)} if self.is_valid(form) else {}
        return self.render_to_response(self.get_context_data(form=form, **context))


class WordRuleCreateView(TryMixin, CreateView):
    pass


class WordRuleEditView(TryMixin, EditView):
    pass


class WordRuleIndexView(IndexView):
    @property
    def header_more_buttons(self):
        name = "wagtailsnippets_comments_wordrule"
        return [
            *super().header_more_buttons,
            Button(_("Import"), reverse(f"{name}:import"), icon_name="upload", priority=80),
            Button(_("Export"), reverse(f"{name}:export"), icon_name="download", priority=90),
        ]


class WordRuleViewSet(SnippetViewSet):
    model = WordRule
    icon = "list-ul"
    menu_label = _("Word rules")
    add_to_admin_menu = True
    menu_order = 252
    add_view_class = WordRuleCreateView
    edit_view_class = WordRuleEditView
    index_view_class = WordRuleIndexView
    create_template_name = "comments/admin/word_rules/create.html"
    edit_template_name = "comments/admin/word_rules/edit.html"
    copy_view_enabled = False
    add_to_reference_index = False
    search_fields = ["words", "note"]
    search_backend_name = None
    ordering = ["kind", "words"]
    list_filter = ["kind", "action", "is_active"]
    list_display = [
        "words",
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        Column("get_action_display", label=_("What then"), sort_key="action"),
        BooleanColumn("is_active", label=_("In use"), sort_key="is_active"),
        Column("note", label=_("Note")),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("kind"),
            FieldPanel(
                "words",
                help_text=_(
                    "Words are found whole, in any case and with or without accents: “press” does "
                    "not find “WordPress”. A site is found with all below it. A pattern is a "
                    "regular expression."
                ),
            ),
            FieldPanel("action"),
            FieldPanel("is_active"),
            FieldPanel("note"),
        ],
        base_form_class=WordRuleForm,
    )

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("import/", import_rules, name="import"),
            path("export/", export_rules, name="export"),
        ]

    def register_chooser_viewset(self):
        """Offer no chooser: nothing chooses a rule."""
