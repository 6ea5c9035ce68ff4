"""A due page goes live once, at its intended date; whatever fails keeps its schedule."""

from contextlib import contextmanager
from datetime import timedelta

import time_machine
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.test import TestCase
from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import page_published

from blog.editorial.models import ScheduleAttempt
from blog.editorial.running.due import due_publications
from blog.editorial.running.failing import BACK_OFF
from blog.editorial.running.publishing import publish_due
from blog.editorial.running.run import run_due
from home.setup import lay_out_journal
from tests.editorial.schedules import add_page, minutes_ago, publications, schedule


@contextmanager
def refusing(title, error):
    """Have every publication of the page called `title` fail with `error`."""

    def refuse(instance, **kwargs):
        if instance.title == title:
            raise error

    page_published.connect(refuse)
    try:
        yield
    finally:
        page_published.disconnect(refuse)


class PublishDueTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = lay_out_journal().home

    def test_page_that_is_not_due_stays_a_draft(self):
        page = add_page(self.home, "Tomorrow")
        schedule(page, timezone.now() + timedelta(seconds=30))
        self.assertEqual(run_due().published, [])
        page.refresh_from_db()
        self.assertFalse(page.live)

    def test_draft_with_a_past_date_that_nobody_approved_stays_a_draft(self):
        page = add_page(self.home, "Planned", go_live_at=minutes_ago(5))
        page.save_revision(clean=False)
        run_due()
        page.refresh_from_db()
        self.assertFalse(page.live)

    def test_due_page_is_live_with_the_intended_date(self):
        page = add_page(self.home, "Late")
        due_at = minutes_ago(60)
        schedule(page, due_at)
        summary = run_due()
        page.refresh_from_db()
        self.assertTrue(page.live)
        self.assertEqual([item.title for item in summary.published], ["Late"])
        self.assertEqual(page.first_published_at, due_at)

    def test_update_of_a_live_page_keeps_its_first_date(self):
        page = add_page(self.home, "Old", live=True)
        # A revision keeps milliseconds only.
        first = page.first_published_at.replace(microsecond=0)
        schedule(page, minutes_ago(1), title="New")
        run_due()
        page.refresh_from_db()
        page.first_published_at = page.first_published_at.replace(microsecond=0)
        self.assertEqual((page.title, page.first_published_at), ("New", first))

    def test_dates_are_cleared_so_that_the_next_save_works(self):
        page = add_page(self.home, "Once")
        schedule(page, minutes_ago(1))
        run_due()
        page.refresh_from_db()
        self.assertIsNone(page.go_live_at)
        self.assertIsNone(page.get_latest_revision_as_object().go_live_at)
        self.assertFalse(Revision.objects.filter(approved_go_live_at__isnull=False).exists())

    def test_draft_newer_than_the_schedule_stays_a_draft(self):
        page = add_page(self.home, "As approved")
        schedule(page, minutes_ago(1))
        page.title = "Not yet approved"
        page.save_revision(clean=False)
        run_due()
        page.refresh_from_db()
        self.assertEqual(page.title, "As approved")
        self.assertTrue(page.has_unpublished_changes)
        draft = page.get_latest_revision_as_object()
        self.assertEqual((draft.title, draft.go_live_at), ("Not yet approved", None))

    def test_newer_text_published_meanwhile_wins(self):
        page = add_page(self.home, "Scheduled text")
        schedule(page, minutes_ago(1))
        [item] = due_publications()
        page.title, page.go_live_at = "Newer text", None
        page.save_revision().publish()
        self.assertFalse(publish_due(item))
        page.refresh_from_db()
        self.assertEqual(page.title, "Newer text")

    def test_item_moved_to_another_time_meanwhile_is_left_alone(self):
        page = add_page(self.home, "Moved")
        revision = schedule(page, minutes_ago(1))
        [item] = due_publications()
        Revision.objects.filter(pk=revision.pk).update(
            approved_go_live_at=timezone.now() + timedelta(days=1)
        )
        self.assertFalse(publish_due(item))
        page.refresh_from_db()
        self.assertFalse(page.live)

    def test_longest_due_goes_first(self):
        for minutes in (5, 50, 20):
            schedule(add_page(self.home, f"{minutes}"), minutes_ago(minutes))
        titles = [item.title for item in run_due().published]
        self.assertEqual(titles, ["50", "20", "5"])

    def test_second_run_does_nothing(self):
        page = add_page(self.home, "Once")
        schedule(page, minutes_ago(1))
        run_due()
        self.assertEqual(run_due().published, [])
        self.assertEqual(publications(page), 1)

    def test_idle_run_asks_few_questions(self):
        for number in range(3):
            schedule(add_page(self.home, f"{number}"), timezone.now() + timedelta(days=1))
        with self.assertNumQueries(2):
            run_due()


class FailingPageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = lay_out_journal().home
        cls.poison = add_page(cls.home, "Poison")
        cls.good = add_page(cls.home, "Good")
        schedule(cls.poison, minutes_ago(9))
        schedule(cls.good, minutes_ago(3))

    def run_poisoned(self, error=None):
        error = error or ValidationError("The slug “poison” is taken.")
        with refusing("Poison", error), self.assertLogs("blog.editorial.running.run", "WARNING"):
            return run_due()

    def test_others_go_live_and_the_failed_one_keeps_its_schedule(self):
        summary = self.run_poisoned()
        self.poison.refresh_from_db()
        self.good.refresh_from_db()
        self.assertTrue(self.good.live)
        self.assertFalse(self.poison.live)
        self.assertIsNone(self.poison.first_published_at)
        self.assertTrue(self.poison.approved_schedule)
        self.assertEqual(summary.failed[0][1], "The slug “poison” is taken.")
        self.assertEqual(ScheduleAttempt.objects.get().last_error, summary.failed[0][1])

    def test_failed_item_rests_longer_each_time(self):
        start = timezone.now()
        with time_machine.travel(start, tick=False) as clock:
            for rest in [*BACK_OFF, BACK_OFF[-1]]:
                self.run_poisoned()
                attempt = ScheduleAttempt.objects.get()
                self.assertEqual(attempt.next_try_at - timezone.now(), rest)
                self.assertEqual(due_publications(), [])
                clock.shift(rest)
        self.assertEqual(attempt.attempts, 5)

    def test_next_try_that_succeeds_forgets_the_failure(self):
        self.run_poisoned()
        with time_machine.travel(timezone.now() + timedelta(minutes=2)):
            run_due()
        self.poison.refresh_from_db()
        self.assertTrue(self.poison.live)
        self.assertFalse(ScheduleAttempt.objects.exists())

    def test_new_date_is_tried_without_rest(self):
        self.run_poisoned()
        schedule(self.poison, minutes_ago(1))
        Revision.objects.exclude(pk=self.poison.latest_revision_id).update(approved_go_live_at=None)
        self.assertEqual([item.title for item in due_publications()], ["Poison"])

    def test_busy_database_is_no_failure_of_the_page(self):
        summary = self.run_poisoned(OperationalError("database is locked"))
        self.assertEqual(len(summary.failed), 1)
        self.assertFalse(ScheduleAttempt.objects.exists())
        self.assertEqual([item.title for item in due_publications()], ["Poison"])

    def test_schedule_of_a_deleted_page_is_dropped_and_stops_nobody(self):
        revision = self.poison.latest_revision
        Revision.objects.filter(pk=revision.pk).update(object_id="999999")
        with self.assertLogs("blog.editorial.running.publishing", "WARNING"):
            summary = run_due()
        self.good.refresh_from_db()
        self.assertTrue(self.good.live)
        self.assertEqual([item.title for item in summary.dropped], ["Poison"])
        self.assertEqual(due_publications(), [])
