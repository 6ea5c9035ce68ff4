"""Dates of pages in templates of the admin, and what the schedule's dialog says."""

from django import template
from django.utils import timezone

from blog.lib.zones import get_site_zone
from blog.scheduling.wording import until_in_words, when_in_words, zone_in_words

from ..editing.schedule import PageSchedule
from ..editing.wording import beside_in_words, standing_in_words, version_in_words
from ..running.state import get_timer_state

register = template.Library()


@register.simple_tag
def when(instant, zone=None):
    """Print an instant as "Mon 8 Mar 2027, 09:00 Europe/Lisbon", in the active zone at first."""
    return when_in_words(instant, zone or timezone.get_current_timezone())


@register.simple_tag
def until(instant):
    """Print how long it is until an instant: "in 3 days"."""
    return until_in_words(instant, timezone.now())


@register.inclusion_tag("editorial/editing/schedule_facts.html")
def schedule_facts(page, zone, may_publish):
    """Print what is planned and scheduled for a page, which version goes out, and the timer."""
    zone = zone or timezone.get_current_timezone()
    schedule, site_zone = PageSchedule.of(page), get_site_zone()
    soonest = schedule.planned_at or schedule.scheduled_at
    return {
        "page": page,
        "schedule": schedule,
        "may_publish": may_publish,
        "standing": standing_in_words(schedule, zone),
        "beside": beside_in_words(soonest, zone) if soonest else "",
        "version": version_in_words(schedule, zone) if schedule.scheduled else "",
        "site_zone": "" if site_zone.key == zone.key else zone_in_words(site_zone),
        "timer": get_timer_state(),
    }
