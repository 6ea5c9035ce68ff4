"""The journal's mails and the addresses that servers refused, as the admin lists them."""

import django_filters
from django import forms
from django.middleware.csrf import get_token
from django.urls import path
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.timesince import timeuntil
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import IndexView, InspectView, SnippetViewSet

from . import admin_views
from .models import Mail, MailStop

REPORTS = "register_reports_menu_item"


class RowColumn(Column):
    """A cell that knows where its buttons lead back to."""

    def get_cell_context_data(self, instance, parent_context):
        request = parent_context["request"]
        return super().get_cell_context_data(instance, parent_context) | {
            # A cell is drawn without what templates get from the request.
            "csrf_token": get_token(request),
            "row": instance,
            "next_url": request.get_full_path().replace("results/", ""),
        }


class MailColumn(RowColumn):
    """What a mail is about and to whom, what went wrong, and the button to send it again."""

    cell_template_name = "outbox/admin/mail_cell.html"


class NextTryColumn(Column):
    """In how long a waiting mail is tried next."""

    def get_value(self, instance):
        if not instance.is_waiting:
            return ""
        if instance.not_before <= timezone.now():
            return _("now")
        return gettext("in %(time)s") % {"time": timeuntil(instance.not_before)}


class StopColumn(RowColumn):
    """An address, what was said of it, and the button to write to it again."""

    cell_template_name = "outbox/admin/stop_cell.html"


class OutboxIndexView(IndexView):
    any_permission_required = ["view"]


class StopIndexView(OutboxIndexView):
    @cached_property
    def columns(self):
        """Return the columns without the first, of boxes for bulk actions: there are none."""
        return super().columns[1:]


class MailFilterSet(WagtailFilterSet):
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=Mail.State.choices, widget=forms.CheckboxSelectMultiple
    )
    kind = django_filters.AllValuesFilter(label=_("Kind"), empty_label=_("All"))
    created_at = django_filters.DateFromToRangeFilter(
        label=_("Written"), widget=DateRangePickerWidget
    )

    class Meta:
        model = Mail
        fields = ["state", "kind", "created_at"]


class MailIndexView(OutboxIndexView):
    def get_base_queryset(self):
        """Return the mails without their words, which no list shows."""
        return super().get_base_queryset().defer("text", "html", "headers")


class MailInspectView(InspectView):
    any_permission_required = ["view"]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "mail": self.object,
            "text": admin_views.without_secrets(self.object.text),
        }


class OutboxViewSet(SnippetViewSet):
    """A list in the reports that nothing is added to or changed in by hand."""

    menu_hook = REPORTS
    copy_view_enabled = False
    add_to_reference_index = False
    search_backend_name = None
    list_per_page = 50

    def register_chooser_viewset(self):
        """Offer no chooser: nothing chooses a mail, and it would list addresses to everybody."""


class MailViewSet(OutboxViewSet):
    model = Mail
    icon = "mail"
    menu_label = _("Mails")
    menu_order = 900
    index_view_class = MailIndexView
    inspect_view_class = MailInspectView
    inspect_view_enabled = True
    inspect_template_name = "outbox/admin/inspect.html"
    filterset_class = MailFilterSet
    search_fields = ["recipient", "subject"]
    ordering = ["-created_at", "-pk"]
    list_display = [
        MailColumn("mail", label=_("Mail")),
        Column("kind", label=_("Kind"), sort_key="kind", width="12%"),
        Column("get_state_display", label=_("State"), sort_key="state", width="12%"),
        Column("attempts", label=_("Tries"), sort_key="attempts", width="8%"),
        NextTryColumn("not_before", label=_("Next try"), sort_key="not_before", width="12%"),
        DateColumn("created_at", label=_("Written"), sort_key="created_at", width="12%"),
    ]
    # The edit view exists in every viewset; our policy lets nobody into it.
    panels = [FieldPanel("subject", read_only=True), FieldPanel("text", read_only=True)]

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/retry/", admin_views.retry, name="retry"),
        ]


class MailStopViewSet(OutboxViewSet):
    model = MailStop
    icon = "no-view"
    menu_label = _("Refused addresses")
    menu_order = 910
    index_view_class = StopIndexView
    search_fields = ["recipient"]
    ordering = ["-refused_at"]
    list_display = [
        StopColumn("stop", label=_("Address")),
        Column("refusals", label=_("Refused in turn"), sort_key="refusals", width="14%"),
        DateColumn("refused_at", label=_("Last refused"), sort_key="refused_at", width="14%"),
    ]
    panels = [FieldPanel("recipient", read_only=True)]

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("<int:pk>/lift/", admin_views.lift, name="lift")]
