"""Reports → Scheduled: all that will change by itself, and how it stands."""

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView

from ..running.state import get_timer_state
from .columns import ActionsColumn, CellColumn
from .filters import ScheduledFilterSet
from .rows import get_rows, has_report


class ScheduledView(ReportView):
    page_title = _("Scheduled")
    header_icon = "calendar-check"
    template_name = "editorial/report/scheduled.html"
    results_template_name = "editorial/report/scheduled_results.html"
    index_url_name = "editorial_scheduled"
    index_results_url_name = "editorial_scheduled_results"
    filterset_class = ScheduledFilterSet
    default_ordering = "at"
    columns = [
        CellColumn("title", "what_cell", label=_("What"), sort_key="title"),
        CellColumn("at", "when_cell", label=_("When"), sort_key="at", width="20%"),
        CellColumn("by", "by_cell", label=_("Scheduled by"), width="14%"),
        CellColumn("state", "state_cell", label=_("How it stands"), width="23%"),
        ActionsColumn("acts", "acts_cell", label=_("Actions"), width="16%"),
    ]
    list_export = [
        "kind.label",
        "title",
        "type_label",
        "when",
        "at",
        "by_name",
        "version",
        "state.label",
        "reason",
        "tries",
    ]
    export_headings = {
        "kind.label": _("Kind"),
        "title": _("Title"),
        "type_label": _("Type"),
        "when": _("When"),
        "at": _("When, in UTC"),
        "by_name": _("Scheduled by"),
        "version": _("Version"),
        "state.label": _("State"),
        "reason": _("What went wrong"),
        "tries": _("Tries"),
    }

    def dispatch(self, request, *args, **kwargs):
        if not has_report(request.user):
            raise PermissionDenied(f"User {request.user.pk} schedules nothing.")
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        """Return the lines, a list: they come from many tables, and there are few of them."""
        rows = get_rows(self.request.user)
        if self.ordering.lstrip("-") == "title":
            rows.sort(key=lambda row: (row.title.casefold(), row.at))
        if self.ordering.startswith("-"):
            rows.reverse()
        return rows

    def get_filename(self):
        return "scheduled"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["media"] += Media(css={"all": ["css/admin/report.css"]})
        return context | {"timer": get_timer_state()}
