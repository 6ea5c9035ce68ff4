"""A journal with a page in every state that the calendar knows."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from blog.editorial.models import PostIdea
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.posts import make_post

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2027, 3, 1, 12, 0, tzinfo=LISBON)


def at(day, hour=9, minute=0, month=3, year=2027):
    """Return a time by the clock of Lisbon."""
    return datetime(year, month, day, hour, minute, tzinfo=LISBON)


class Journal:
    """The parts of a small journal: `site`, `editor`, `author`, `moderator`, `owner`."""

    def __init__(self):
        self.site = lay_out_journal()
        for role in ("Author", "Editor", "Moderator"):
            user = UserFactory(email=f"{role}@example.org".lower(), groups=[role])
            setattr(self, role.lower(), user)

    def draft(self, title="A draft", **fields):
        """Return a draft with a version; with go_live_at it is planned."""
        post = make_post(self.site.journal, title, live=False, **fields)
        post.save_revision()
        post.refresh_from_db()
        return post

    def live(self, title="A live essay", **fields):
        return make_post(self.site.journal, title, **fields)

    def scheduled(self, title="A scheduled essay", when=None, **fields):
        """Return a draft whose version is approved for `when`, by default next week."""
        post = self.draft(title, go_live_at=when or at(8), **fields)
        post.latest_revision.publish(user=self.editor)
        post.refresh_from_db()
        return post

    def idea(self, line="An idea", by=None, **fields):
        return PostIdea.objects.create(line=line, created_by=by or self.editor, **fields)


def in_lisbon():
    """Return the context in which Lisbon's clock is the person's own."""
    return timezone.override(LISBON)


def planned_date(page):
    """Return (the date of the row, the date in the newest draft as the editor loads it)."""
    page.refresh_from_db()
    return page.go_live_at, page.latest_revision.as_object().go_live_at


def approved(page):
    """Return when a version of the page goes live, or None."""
    waiting = page.revisions.filter(approved_go_live_at__isnull=False)
    return waiting.values_list("approved_go_live_at", flat=True).first()
