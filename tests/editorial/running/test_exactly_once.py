"""Any number of timers, killed anywhere: each due page is published once, and never lost."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageLogEntry
from wagtail.signals import page_published

from blog.editorial.models import ScheduleAttempt
from blog.editorial.running.run import run_due
from home.setup import lay_out_journal
from tests.editorial.processes import in_children, killed_at
from tests.editorial.schedules import add_page, minutes_ago, publications, schedule
from tests.ground import CommittingTestCase

TIMERS = 4
PAGES = 20


class ExactlyOnceTests(CommittingTestCase):
    def setUp(self):
        self.home = lay_out_journal().home

    def due_page(self, title="Due"):
        page = add_page(self.home, title)
        schedule(page, minutes_ago(1))
        return page

    def test_four_timers_publish_each_page_once(self):
        pages = [self.due_page(f"Page {number}") for number in range(PAGES)]
        self.assertEqual(in_children(TIMERS, run_due), [0] * TIMERS)
        self.assertEqual([publications(page) for page in pages], [1] * PAGES)
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
            times = publications(page)
            if not page.live or times == 0:
                lost.append(number)
            if times > 1:
                doubled.append(number)
        self.assertEqual((lost, doubled), ([], []))
        self.assertGreater(number, len(statements) // 2, "the child was hardly ever killed")

    def test_failure_after_the_commit_is_not_taken_for_a_failed_publication(self):
        from django.db import transaction

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
