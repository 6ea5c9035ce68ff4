"""“Missed and failing”: what the timer could not do, what it waits for, and whether it runs."""

from django.middleware.csrf import get_token
from wagtail.admin.ui.components import Component

from ..running.state import get_timer_state
from .held import get_held
from .snippet_troubles import get_snippet_troubles
from .troubles import get_attempts, get_page_troubles


class AttentionPanel(Component):
    """Nothing, while all is well."""

    name = "attention"
    template_name = "editorial/desk/attention.html"

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        return {
            "troubles": get_troubles(request.user),
            "held": get_held(request.user),
            "timer": get_timer_state(),
            # A panel is drawn without what templates get from the request.
            "csrf_token": get_token(request),
        }


def get_troubles(user):
    """Return all Troubles of `user`, the longest due first."""
    attempts = get_attempts()
    troubles = get_page_troubles(user, attempts) + get_snippet_troubles(user, attempts)
    return sorted(troubles, key=lambda trouble: trouble.due_at)
