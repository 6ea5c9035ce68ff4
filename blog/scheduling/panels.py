"""The dialog in which a page gets its dates."""

from django.forms import RadioSelect
from wagtail.admin.panels import CommentPanel, FieldPanel, PublishingPanel


class UpdatePanel(FieldPanel):
    """A field that says something about updates alone: it stands with pages that are live."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self):
            # One that is only begun calls itself live.
            return bool(super().is_shown() and self.instance.pk and self.instance.live)


class SchedulePanel(PublishingPanel):
    """Wagtail's two dates, by the clock of a zone, with what is planned and what is scheduled.

    also: names of further choices of the page that say what happens at these dates.
    updates: names of those that only stand with a page that is live.
    """

    names = ("schedule_zone", "go_live_at", "go_live_at_which", "expire_at", "expire_at_which")

    def __init__(self, also=(), updates=(), **kwargs):
        children = [FieldPanel(name) for name in self.names]
        children += [FieldPanel(name, widget=RadioSelect) for name in also]
        children += [UpdatePanel(name) for name in updates]
        super().__init__(**{"children": children} | kwargs)

    class BoundPanel(PublishingPanel.BoundPanel):
        template_name = "editorial/editing/schedule_dialog.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return context | {"zone": getattr(self.form, "zone", None)}


schedule_panels = [SchedulePanel(), CommentPanel()]
listing_schedule_panels = [
    SchedulePanel(also=["expires_to"], updates=["returns_to_top"]),
    CommentPanel(),
]
