"""Pages with schedules, for the tests of the timed work."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import PageLogEntry

from home.models import StandardPage


def minutes_ago(minutes):
    """Return the time `minutes` ago; to the second, as the forms of the admin give it."""
    return timezone.now().replace(microsecond=0) - timedelta(minutes=minutes)


def add_page(parent, title, **fields):
    """Return a page below `parent`: live when fields say so, else a draft."""
    fields = {"live": False} | fields
    parent.refresh_from_db()
    page = StandardPage(title=title, **fields)
    parent.add_child(instance=page)
    if page.live:
        page.save_revision().publish()
        page.refresh_from_db()
    return page


def schedule(page, at, **changes):
    """Approve `page` with `changes` to go live at a time that may have passed since.

    Wagtail refuses a past time, so the revision is approved as its own code would have done it.
    """
    for name, value in changes.items():
        setattr(page, name, value)
    page.go_live_at = at
    revision = page.save_revision(clean=False)
    revision.approved_go_live_at = at
    revision.save(update_fields=["approved_go_live_at"])
    return revision


def publications(page):
    """Return how often `page` was published by the timed work."""
    return PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.scheduled").count()
