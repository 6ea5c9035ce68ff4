"""Any number of timers, killed anywhere: each due page is published once, and never lost."""

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageLogEntry
from wagtail.signals import page_published

from blog.editorial.models import EditorialNotice, Publication, ScheduleAttempt
from blog.editorial.running.run import run_due
from home.models import StandardPage
from home.setup import lay_out_journal
from tests.editorial.processes import in_both, in_children, killed_at
from tests.editorial.schedules import add_page, minutes_ago, publications, schedule
from tests.factories.accounts import UserFactory
from tests.ground import CommittingTestCase

TIMERS = 4
PAGES = 20


class ExactlyOnceTests(CommittingTestCase):
    def setUp(self):
        self.home = lay_out_journal().home
        # Who owns a page is told of its publication, by a row of the same transaction.
        self.owner = UserFactory(is_superuser=True)

    def due_page(self, title="Due"):
        page = add_page(self.home, title, owner=self.owner)
        schedule(page, minutes_ago(1))
        return page

    def traces(self, page):
        """Return how often a page was published, by the log, by the rows and by the notices."""
        return (
            publications(page),
            Publication.objects.filter(page=page.pk).count(),
            EditorialNotice.objects.filter(page=page.pk, kind="live").count(),
        )

    def test_four_timers_publish_each_page_once(self):
        pages = [self.due_page(f"Page {number}") for number in range(PAGES)]
        self.assertEqual(in_children(TIMERS, run_due), [0] * TIMERS)
        self.assertEqual([self.traces(page) for page in pages], [(1, 1, 1)] * PAGES)
        for page in pages:
            page.refresh_from_db()
            self.assertTrue(page.live)
        self.assertFalse(ScheduleAttempt.objects.exists())

    def test_four_timers_expire_each_page_once(self):
        pages = [
            add_page(self.home, f"Page {number}", live=True, expire_at=minutes_ago(1))
            for number in range(PAGES)
        ]
        self.assertEqual(in_children(TIMERS, run_due), [0] * TIMERS)
        expiries = PageLogEntry.objects.filter(action="wagtail.unpublish.scheduled")
        self.assertEqual(expiries.count(), PAGES)
        self.assertEqual(expiries.values("page").distinct().count(), PAGES)
        for page in pages:
            page.refresh_from_db()
            self.assertFalse(page.live)

    def test_killed_before_every_statement_nothing_is_lost_or_doubled(self):
        page = self.due_page()
        with CaptureQueriesContext(connection) as statements:
            run_due()
        lost, doubled, was_killed = [], [], True
        number = 0
        while was_killed:
            number += 1
            page = self.due_page(f"Killed {number}")
            was_killed = killed_at(number, run_due)
            run_due()
            page.refresh_from_db()
            traces = self.traces(page)
            if not page.live or 0 in traces:
                lost.append(number)
            if max(traces) > 1:
                doubled.append(number)
        self.assertEqual((lost, doubled), ([], []))
        self.assertGreater(number, len(statements) // 2, "the child was hardly ever killed")

    def test_four_timers_and_readers_at_once_do_each_thing_once(self):
        """The timer, a command and readers of pages take the same claim."""
        pages = [self.due_page(f"Page {number}") for number in range(5)]
        ended = [
            add_page(self.home, f"End {number}", live=True, expire_at=minutes_ago(1))
            for number in range(2)
        ]

        def read_and_run():
            for page in pages:
                run_due(most=3, first=str(page.pk))

        self.assertEqual(in_children(TIMERS, read_and_run), [0] * TIMERS)
        self.assertEqual([self.traces(page) for page in pages], [(1, 1, 1)] * len(pages))
        expiries = PageLogEntry.objects.filter(action="wagtail.unpublish.scheduled")
        self.assertEqual(expiries.values("page").distinct().count(), len(ended))
        self.assertEqual(expiries.count(), len(ended))

    def test_text_published_by_hand_while_timers_run_is_what_stays(self):
        pages = [self.due_page(f"Page {number}") for number in range(PAGES // 4)]

        def publish_by_hand():
            for page in pages:
                newer = StandardPage.objects.get(pk=page.pk)
                newer.title, newer.go_live_at = "Newer text", None
                with transaction.atomic():
                    newer.save_revision().publish()

        self.assertEqual(in_both(run_due, publish_by_hand), [0, 0])
        self.assertEqual(
            list(StandardPage.objects.filter(pk__in=[page.pk for page in pages])
                 .values_list("title", flat=True)),
            ["Newer text"] * len(pages),
        )  # fmt: skip
        self.assertEqual(run_due().published, [])

    def test_failure_after_the_commit_is_not_taken_for_a_failed_publication(self):
        def fail_later(**kwargs):
            transaction.on_commit(lambda: 1 / 0)

        page = self.due_page()
        page_published.connect(fail_later)
        try:
            with self.assertLogs("blog.editorial.running.run", "ERROR"):
                summary = run_due()
        finally:
            page_published.disconnect(fail_later)
        self.assertEqual((len(summary.published), summary.failed), (1, []))
        self.assertEqual(publications(page), 1)
        self.assertFalse(ScheduleAttempt.objects.exists())
