"""“Watched tonight”, on the first page of the admin."""

from django.middleware.csrf import get_token
from wagtail.admin.ui.components import Component

from .forms import WatchedForm


class WatchedPanel(Component):
    """The short form, for whoever may write in the diary."""

    name = "watched-tonight"
    template_name = "films/admin/diary/panel.html"
    order = 60

    def __init__(self):
        self.form = WatchedForm()

    @property
    def media(self):
        return self.form.media

    def get_context_data(self, parent_context):
        # A panel is drawn without what templates get from the request.
        return {"form": self.form, "csrf_token": get_token(parent_context["request"])}
