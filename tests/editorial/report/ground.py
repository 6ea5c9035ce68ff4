"""A journal in which much will change by itself."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from blog.accounts.actions import ensure_author
from blog.editorial.models import Publication, ScheduleAttempt
from blog.editorial.report.rows import get_rows
from blog.editorial.trash.actions import trash_page
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.posts import make_post


def in_hours(hours):
    """Return the time in so many hours, to the second."""
    return timezone.now().replace(microsecond=0) + timedelta(hours=hours)


def schedule(page, at, by=None):
    """Approve a version of `page` for a time, as the editor's button does it, or in the past."""
    page.go_live_at = at
    revision = page.save_revision(user=by, clean=False)
    if at > timezone.now():
        revision.publish(user=by)
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=at)
    page.refresh_from_db()
    return revision


def fail(page, at, kind="publish", attempts=1):
    """Note that what is due for `page` at a time failed so many times."""
    now = timezone.now()
    return ScheduleAttempt.objects.create(
        kind=kind,
        content_type=ContentType.objects.get_for_model(Page),
        object_id=str(page.pk),
        due_at=at,
        attempts=attempts,
        last_tried_at=now,
        next_try_at=now + timedelta(hours=1),
        last_error="The address /journal/x/ is already used by “X”.",
    )


def hold(page):
    """Note that `page` appeared two days late and that nobody was told."""
    return Publication.objects.create(
        page=page,
        published_at=timezone.now(),
        intended_at=in_hours(-48),
        announcement=Publication.Announcement.HELD,
    )


class ReportTestCase(TestCase):
    """An author, an editor, and one thing of each kind and state; and what is nobody's business."""

    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.author = UserFactory(display_name="Ada", groups=["Author"])
        cls.byline = ensure_author(cls.author)
        cls.editor = UserFactory(display_name="Edda", groups=["Editor"])
        cls.moderator = UserFactory(groups=["Moderator"])
        cls.first = cls.make("First", live=False, owner=cls.author)
        schedule(cls.first, in_hours(5), cls.editor)
        cls.update = cls.make("Update")
        schedule(cls.update, in_hours(6), cls.editor)
        cls.ending = cls.make("Ending", author=cls.byline, expire_at=in_hours(7))
        cls.failing = cls.make("Failing", live=False)
        schedule(cls.failing, at := in_hours(-1))
        fail(cls.failing, at)
        cls.stuck = cls.make("Stuck", expire_at=in_hours(100))
        Page.objects.filter(pk=cls.stuck.pk).update(expire_at=(at := in_hours(-2)))
        fail(cls.stuck, at, "expire", attempts=5)
        cls.overdue = cls.make("Overdue", live=False)
        schedule(cls.overdue, in_hours(-3))
        cls.late = cls.make("Late")
        cls.held = hold(cls.late)
        # What is no business of the report: a draft with a wish, what is decided, what is trashed.
        cls.make("Planned", live=False, go_live_at=in_hours(9))
        cls.make("Draft", live=False, expire_at=in_hours(9))
        hold(cls.make("Told")).delete()
        trashed = cls.make("Trashed", live=False)
        schedule(trashed, in_hours(8))
        trash_page(trashed)

    @classmethod
    def make(cls, title, **fields):
        cls.site.journal.refresh_from_db()
        return make_post(cls.site.journal, title, **fields)

    def setUp(self):
        self.client.force_login(self.editor)

    def address(self, **query):
        return reverse("editorial_scheduled", query=query or None)

    def rows(self, user=None):
        """Return {title: Row} for somebody, in the report's order."""
        return {row.title: row for row in get_rows(user or self.editor)}

    def shown(self, **query):
        """Return the titles that the page shows."""
        response = self.client.get(self.address(**query))
        return [row.title for row in response.context["object_list"]]
