"""All panels of the first page as one, so that rows are laid out without the empty ones."""

from django.forms import Media
from wagtail.admin.ui.components import Component

from .layout import Drawn, get_place, lay_out, sort_panels


class Desk(Component):
    """The panels of Wagtail's first page, ours and others', in rows of one column or two."""

    name = "desk"
    template_name = "editorial/desk/desk.html"
    order = 0

    def __init__(self, panels):
        self.panels = sort_panels(panels)

    @property
    def media(self):
        # Ours last: it decides how a panel of another part stands here.
        found = [panel.media for panel in self.panels if hasattr(panel, "media")]
        return sum(found, Media()) + Media(css={"all": ["css/admin/desk.css"]})

    def get_context_data(self, parent_context):
        drawn = [
            Drawn(html, get_place(panel))
            for panel in self.panels
            if (html := draw(panel, parent_context)).strip()
        ]
        return {"rows": lay_out(drawn)}


def draw(panel, parent_context):
    """Return a panel's HTML, also of one that only knows Wagtail's older way."""
    if hasattr(panel, "render_html"):
        return panel.render_html(parent_context)
    return panel.render()
