"""Writing a date into a version of a page without losing what somebody else wrote meanwhile."""

from datetime import timedelta

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Page, Revision

from .refusals import TRIES


def read_date(revision, name):
    """Return a date that a revision holds, aware, or None."""
    value = revision.content.get(name) if revision else None
    return parse_datetime(value) if value else None


def lock_page(pk):
    """Keep others from saving a page until the end of the transaction; return its row."""
    return Page.objects.select_for_update(of=("self",)).get(pk=pk)


def write_date(revision, name, value, *, is_latest):
    """Set a date inside a revision and nothing else of it; return whether it was there to be set.

    value: aware datetime or None. is_latest: it is the newest draft, which editors have open. Its
    time is then set as saving sets it: they are told of a newer version, where they would set the
    date back without a word.
    """
    for _try in range(TRIES):
        now = timezone.now()
        changes = {"content": revision.content | {name: value}}
        if is_latest:
            changes["created_at"] = max(now, revision.created_at + timedelta(microseconds=1))
        # Saving a draft over itself gives it another time: what it holds is then read again.
        same = Revision.objects.filter(pk=revision.pk, created_at=revision.created_at)
        if same.update(**changes):
            if is_latest:
                Page.objects.filter(latest_revision=revision.pk).update(
                    latest_revision_created_at=changes["created_at"]
                )
            return True
        revision = Revision.objects.filter(pk=revision.pk).first()
        if revision is None:
            return False
    return False
