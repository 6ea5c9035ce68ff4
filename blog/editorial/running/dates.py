"""Dates inside revisions, which the editor's form loads and Wagtail puts back on the page."""

from contextlib import contextmanager

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Revision


def clear_past(revision, *names):
    """Empty the dates in `revision` that have come: the form would refuse to save them again."""
    now = timezone.now()
    past = [
        name
        for name in names
        if revision.content.get(name) and parse_datetime(revision.content[name]) <= now
    ]
    if past:
        write_content(revision, dict.fromkeys(past))


def write_content(revision, changes):
    """Write `changes`, a dict of fields as JSON, into what `revision` holds."""
    revision.content |= changes
    # update(): a save() would log that a schedule was cancelled.
    Revision.objects.filter(pk=revision.pk).update(content=revision.content)


@contextmanager
def keeping(revisions):
    """Put back afterwards for when each of `revisions`, a QuerySet, is approved to go live."""
    approved = revisions.filter(approved_go_live_at__isnull=False)
    schedules = list(approved.values_list("pk", "approved_go_live_at"))
    yield
    for pk, approved_go_live_at in schedules:
        Revision.objects.filter(pk=pk).update(approved_go_live_at=approved_go_live_at)
