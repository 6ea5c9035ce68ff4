"""The queue: what waits for a decision, and every other comment when it is asked for."""

from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from wagtail.admin.ui.components import Component
from wagtail.snippets.views.snippets import IndexView

from .addresses import LIST_URL
from .counts import count_waiting
from .filters import (
    EVERYTHING,
    STATES,
    WAITING,
    get_shown_state,
    get_visible,
    search_comments,
    sort_as_queue,
)
from .links import get_queue_links
from .rows import load_rows, make_rows

ORDERINGS = {"created_at": _("Oldest first"), "-created_at": _("Newest first")}


class RowList(Component):
    """The comments of one page of the queue, in place of a table."""

    template_name = "comments/admin/rows.html"

    def __init__(self, comments):
        self.comments = comments

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        return {
            "request": request,
            "rows": make_rows(self.comments, request.user),
            # A component is drawn without what templates get from the request.
            "csrf_token": get_token(request),
            "next_url": request.get_full_path().replace("results/", ""),
            "orderings": [self._order(request, *ordering) for ordering in ORDERINGS.items()],
        }

    def _order(self, request, ordering, label):
        """Return the way to the same list in another order as a dict."""
        query = request.GET.copy()
        for name in ("p", "_w_filter_fragment"):  # an order begins on its first page
            query.pop(name, None)
        query["ordering"] = ordering
        is_shown = request.GET.get("ordering") == ordering
        return {"url": f"{reverse(LIST_URL)}?{query.urlencode()}", "label": label,
                "is_shown": is_shown}  # fmt: skip


class QueueView(IndexView):
    any_permission_required = ["view"]
    # No CSV: a spreadsheet would carry out what a reader wrote as a formula.
    FORMATS = ("xlsx",)

    def get_base_queryset(self):
        return load_rows(get_visible(self.request.user))

    def order_queryset(self, queryset):
        return sort_as_queue(queryset, self.shown_state, self.ordering)

    def filter_queryset(self, queryset):
        """Return what the filters let through: nothing when one of them makes no sense."""
        return (
            self.filters.filter_queryset(queryset) if self.filters.is_valid() else queryset.none()
        )

    def search_queryset(self, queryset):
        return search_comments(queryset, self.search_query)

    def get_valid_orderings(self):
        return list(ORDERINGS)

    def get_ordering(self):
        asked = self.request.GET.get("ordering")
        return asked if asked in ORDERINGS else ""

    def get_table(self, object_list):
        return RowList(object_list)

    @cached_property
    def shown_state(self):
        return get_shown_state(self.request)

    @cached_property
    def no_results_message(self):
        if self.shown_state == WAITING and not (self.is_filtering or self.is_searching):
            return _("Nothing waits. All is read and decided.")
        return _("No comment fits what you look for.")

    @cached_property
    def header_more_buttons(self):
        buttons = [button for button in super().header_more_buttons if "csv" not in button.url]
        return [*get_queue_links(self.request.user), *buttons]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        may_moderate = self.user_has_permission("moderate")
        return context | {
            "states": self._make_tabs(may_moderate),
            "may_moderate": may_moderate,
            "waiting": count_waiting() if may_moderate else None,
        }

    def _make_tabs(self, may_moderate):
        """Return the ways to each state as dicts; what else is asked for is left behind."""
        states = STATES if may_moderate else [(EVERYTHING, _("Everything"))]
        return [
            {
                "label": label,
                "url": f"{reverse(LIST_URL)}?status={state}",
                "is_shown": state == self.shown_state,
            }
            for state, label in states
        ]

    def preprocess_field_value(self, field, value, export_format):
        """Return what stands in a cell, without the control characters that Excel cannot hold."""
        value = super().preprocess_field_value(field, value, export_format)
        return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
