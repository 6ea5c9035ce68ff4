"""What could not be sent, on the first page of the admin."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from .admin_views import LIST_URL
from .models import Mail


class FailedMailsPanel(Component):
    """How many mails were given up, and the way to them; nothing where none was."""

    name = "failed-mails"
    template_name = "outbox/admin/failed_panel.html"
    order = 60

    def get_context_data(self, parent_context):
        return {
            "number": Mail.objects.failed().count(),
            "list_url": f"{reverse(LIST_URL)}?state={Mail.State.FAILED}",
        }
