"""The editor's status, with every date in words and with its zone."""

from wagtail.admin.ui.side_panels import PageStatusSidePanel

from .wording import beside_in_words, standing_in_words

STOCK = "wagtailadmin/shared/side_panels/includes/status/workflow.html"
OURS = "editorial/editing/status.html"


class ScheduleStatusPanel(PageStatusSidePanel):
    """Wagtail's status of a page, which names planned and scheduled dates apart."""

    def __init__(self, stock, schedule, zone):
        """Take over all that Wagtail gave its own panel, `stock`."""
        self.__dict__.update(stock.__dict__)
        self.toggle = self.SidePanelToggle(panel=self)
        self.schedule, self.zone = schedule, zone

    def get_status_templates(self, context):
        templates = super().get_status_templates(context)
        return [OURS if template == STOCK else template for template in templates]

    def get_scheduled_publishing_context(self, parent_context):
        context = super().get_scheduled_publishing_context(parent_context)
        schedule, live = self.schedule, self.live_object
        soonest = schedule.planned_at or schedule.scheduled_at
        return context | {
            # Wagtail's own box prints the date without its zone.
            "has_live_publishing_schedule": False,
            "schedule": schedule,
            "zone": self.zone,
            "standing": standing_in_words(schedule, self.zone),
            "beside": beside_in_words(soonest, self.zone) if soonest else "",
            "live_expire_at": live.expire_at if live and live.live else None,
        }


def with_schedule(panels, schedule, zone):
    """Put our status in the place of Wagtail's among the panels at the side; return them."""
    for number, panel in enumerate(panels):
        if type(panel) is PageStatusSidePanel:
            panels[number] = ScheduleStatusPanel(panel, schedule, zone)
    return panels
