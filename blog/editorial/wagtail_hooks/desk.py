"""Where the desk hangs in Wagtail's admin."""

from django.urls import path
from wagtail import hooks

from ..desk import held, listings
from ..desk.attention import AttentionPanel
from ..desk.continue_writing import ContinueWritingPanel
from ..desk.desk import Desk
from ..desk.loose_ends import LooseEndsPanel
from ..desk.on_this_day import OnThisDayPanel
from ..desk.prompt import PromptPanel
from ..desk.rights import works_on_pages
from ..desk.this_month import ThisMonthPanel

PANELS = (
    AttentionPanel,
    ContinueWritingPanel,
    ThisMonthPanel,
    LooseEndsPanel,
    OnThisDayPanel,
    PromptPanel,
)
# After those of all other parts, whose panels it takes over.
LAST = 1000


@hooks.register("construct_homepage_panels", order=LAST)
def lay_out_the_desk(request, panels):
    if works_on_pages(request.user):
        panels += [panel() for panel in PANELS]
    panels[:] = [Desk(panels)]


@hooks.register("construct_homepage_summary_items", order=LAST)
def count_nothing_over_the_desk(request, items):
    """How many pages and pictures there are is no work for today."""
    items.clear()


@hooks.register("register_admin_urls")
def register_the_pages_of_the_desk():
    return [
        path("desk/held/<int:publication_id>/yes/", held.announce_view, name="editorial_announce"),
        path("desk/held/<int:publication_id>/no/", held.decline_view, name="editorial_decline"),
        path("desk/old-drafts/", listings.OldDraftsView.as_view(), name="editorial_old_drafts"),
        path(
            "desk/where-to-watch/", listings.StaleWatchView.as_view(), name="editorial_stale_watch"
        ),
    ]
