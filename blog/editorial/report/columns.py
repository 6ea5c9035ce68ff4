"""The cells of the report."""

from django.middleware.csrf import get_token
from django.urls import reverse
from wagtail.admin.ui.tables import Column

from .row import Kind


class CellColumn(Column):
    """A cell with a template of its own, which knows its `row`."""

    def __init__(self, name, template, **kwargs):
        super().__init__(name, **kwargs)
        self.cell_template_name = f"editorial/report/{template}.html"

    def get_cell_context_data(self, instance, parent_context):
        return super().get_cell_context_data(instance, parent_context) | {"row": instance}


class ActionsColumn(CellColumn):
    """What can be done with a line, by whoever may publish the page."""

    def get_cell_context_data(self, instance, parent_context):
        request = parent_context["request"]
        return super().get_cell_context_data(instance, parent_context) | {
            # A cell is drawn without what templates get from the request.
            "csrf_token": get_token(request),
            "acts": find_acts(instance),
            "next_url": request.get_full_path().replace("results/", ""),
        }


def find_acts(row):
    """Return {name: address} of what can be done with a line: only what the person may do."""
    if not (row.may_decide and row.page_id):
        return {}
    if row.kind == Kind.ANNOUNCEMENT:
        return {
            "announce": reverse("editorial_announce", args=[row.publication_id]),
            "decline": reverse("editorial_decline", args=[row.publication_id]),
        }
    if row.kind == Kind.EXPIRY:
        return {
            "move": reverse("editorial_move_end", args=[row.page_id]),
            "unpublish": reverse("wagtailadmin_pages:unpublish", args=[row.page_id]),
        }
    return {
        "publish": reverse("editorial_publish_now", args=[row.page_id]),
        "move": reverse("editorial_move", args=[row.page_id]),
        "unschedule": reverse("editorial_unschedule", args=[row.page_id]),
    }
