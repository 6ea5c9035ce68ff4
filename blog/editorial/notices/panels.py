"""What somebody is told, on their desk until they put it away."""

from django.middleware.csrf import get_token
from django.urls import reverse
from wagtail.admin.ui.components import Component

from .shown import get_shown

MOST_SHOWN = 5


class NoticesPanel(Component):
    """The newest unread notices and the way to all; nothing where there is none."""

    name = "notices"
    template_name = "editorial/notices/panel.html"
    order = 30

    class Media:
        css = {"all": ["css/admin/notices.css"]}

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        unread = get_shown(request.user).unread()
        notices = list(unread[: MOST_SHOWN + 1])
        return {
            "notices": notices[:MOST_SHOWN],
            "has_more": len(notices) > MOST_SHOWN,
            "here": reverse("wagtailadmin_home"),
            "csrf_token": get_token(request),
        }
