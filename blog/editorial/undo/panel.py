"""What was published a moment ago, on the desk."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from .rows import get_undoable


class UndoPanel(Component):
    """The publications of the last ten minutes with a button each; nothing where none is."""

    name = "undo-publication"
    template_name = "editorial/undo/panel.html"
    order = 30

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        return {
            "publications": get_undoable(request.user),
            "next": reverse("wagtailadmin_home"),
            "request": request,
            "csrf_token": parent_context.get("csrf_token"),
        }
