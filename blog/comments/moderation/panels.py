"""What waits, on the first page of the admin."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from .addresses import LIST_URL
from .counts import count_waiting


class WaitingCommentsPanel(Component):
    """How many comments wait for a decision, since when, and the way to them."""

    name = "waiting-comments"
    template_name = "comments/admin/waiting_panel.html"
    order = 50

    def get_context_data(self, parent_context):
        return {"waiting": count_waiting(), "list_url": reverse(LIST_URL)}
