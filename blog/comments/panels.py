"""What waits, on the first page of the admin."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from .admin_views import LIST_URL
from .models import Comment


class WaitingCommentsPanel(Component):
    """How many comments wait for a decision, since when, and the way to them."""

    name = "waiting-comments"
    template_name = "comments/admin/waiting_panel.html"
    order = 50

    def get_context_data(self, parent_context):
        waiting = Comment.objects.awaiting()
        return {
            "number": waiting.count(),
            "oldest": waiting.first(),
            "list_url": f"{reverse(LIST_URL)}?status={Comment.Status.PENDING}",
        }
