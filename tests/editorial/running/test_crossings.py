"""Schedules that cross: newer texts, ends before beginnings, the trash, and what comes next."""

from datetime import timedelta

import time_machine
from django.test import TestCase
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import PageLogEntry, Revision

from blog.editorial.running.due import due_expiries, due_publications, get_next_due
from blog.editorial.running.publishing import publish_due
from blog.editorial.running.run import run_due
from blog.editorial.trash.actions import trash_page
from home.models import StandardPage
from home.setup import lay_out_journal
from tests.editorial.schedules import add_page, minutes_ago, schedule
from tests.factories.accounts import UserFactory


class OvertakenTests(TestCase):
    """An older text is approved for a page of which readers see a newer one."""

    @classmethod
    def setUpTestData(cls):
        cls.home = lay_out_journal().home
        cls.page = add_page(cls.home, "Older text")
        cls.older = cls.page.save_revision()
        cls.page.title = "Newer text"
        cls.page.save_revision().publish()
        cls.page.refresh_from_db()

    def approve_older(self):
        Revision.objects.filter(pk=self.older.pk).update(approved_go_live_at=minutes_ago(1))

    def title(self):
        return StandardPage.objects.get(pk=self.page.pk).title

    def test_schedule_that_slipped_past_a_publication_by_hand_is_dropped_and_told(self):
        self.approve_older()
        with self.assertLogs("blog.editorial.running.publishing", "WARNING"):
            summary = run_due()
        self.assertEqual((len(summary.dropped), summary.published), (1, []))
        self.assertEqual(self.title(), "Newer text")
        self.assertTrue(PageLogEntry.objects.filter(action="wagtail.schedule.cancel").exists())
        self.assertEqual(due_publications(), [])

    def test_older_text_that_was_scheduled_since_was_wanted(self):
        self.approve_older()
        with time_machine.travel(timezone.now() + timedelta(seconds=30)):
            log(instance=self.page, action="wagtail.publish.schedule", revision=self.older)
            self.assertEqual(len(run_due().published), 1)
        self.assertEqual(self.title(), "Older text")

    def test_publication_by_hand_forgets_the_older_schedule(self):
        schedule(self.page, timezone.now() + timedelta(days=1), title="For tomorrow")
        page = StandardPage.objects.get(pk=self.page.pk)
        page.title, page.go_live_at = "Mended now", None
        page.save_revision().publish()
        with time_machine.travel(timezone.now() + timedelta(days=2)):
            self.assertEqual(run_due().published, [])
        self.assertEqual(self.title(), "Mended now")

    def test_newer_text_that_is_due_later_outlives_the_older_one(self):
        """Only rows written past Wagtail's own code hold two schedules of one page."""
        older = schedule(self.page, minutes_ago(30), title="Due first")
        newer = schedule(self.page, minutes_ago(10), title="Due last")
        oldest = self.older
        for revision, minutes in ((oldest, 5), (older, 30), (newer, 10)):
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=minutes_ago(minutes))
        self.assertEqual(len(run_due().published), 2)
        self.assertEqual(self.title(), "Due last")
        self.assertEqual(due_publications(), [])


class EndTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = lay_out_journal().home
        cls.page = add_page(cls.home, "Ends", live=True)

    def test_beginning_after_its_own_end_keeps_the_page_up(self):
        schedule(self.page, minutes_ago(5), title="Again", expire_at=minutes_ago(60))
        summary = run_due()
        self.page.refresh_from_db()
        self.assertEqual((len(summary.published), summary.expired), (1, []))
        self.assertEqual((self.page.live, self.page.expire_at), (True, None))

    def test_update_that_was_scheduled_before_the_end_brings_the_page_back_for_good(self):
        now = timezone.now().replace(microsecond=0)
        monday, wednesday = now + timedelta(days=1), now + timedelta(days=3)
        self.page.expire_at = monday
        self.page.save_revision().publish()
        schedule(self.page, wednesday, title="Back again")
        self.page.title = "A draft after that"
        self.page.save_revision()
        with time_machine.travel(monday + timedelta(minutes=1), tick=False):
            self.assertEqual(len(run_due().expired), 1)
        with time_machine.travel(wednesday, tick=False):
            run_due()
            self.assertEqual(due_expiries(), [])
        page = StandardPage.objects.get(pk=self.page.pk)
        self.assertEqual((page.live, page.expired, page.title), (True, False, "Back again"))

    def test_clock_set_back_between_finding_and_publishing_schedules_nothing_again(self):
        page = add_page(self.home, "Found")
        schedule(page, minutes_ago(1))
        [item] = due_publications()
        with time_machine.travel(timezone.now() - timedelta(days=1), tick=False):
            self.assertEqual(publish_due(item), "published")
        page.refresh_from_db()
        self.assertTrue(page.live)
        self.assertFalse(Revision.objects.filter(approved_go_live_at__isnull=False).exists())


class TrashTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = lay_out_journal().home
        cls.owner = UserFactory(is_superuser=True)
        cls.parent = add_page(cls.home, "Parent", live=True)
        cls.page = add_page(cls.parent, "Due below")
        schedule(cls.page, minutes_ago(5))

    def test_page_that_was_trashed_while_scheduled_stays_there(self):
        for trashed in (self.page, self.parent):
            with self.subTest(trashed.title):
                trash_page(StandardPage.objects.get(pk=trashed.pk), self.owner)
                self.assertEqual(run_due().published, [])
                self.assertFalse(StandardPage.objects.get(pk=self.page.pk).live)

    def test_schedule_that_reaches_the_trash_all_the_same_is_kept_and_waits(self):
        [item] = due_publications()
        trash_page(StandardPage.objects.get(pk=self.parent.pk), self.owner)
        Revision.objects.filter(pk=item.revision_id).update(approved_go_live_at=item.due_at)
        self.assertEqual(due_publications(), [])
        self.assertIsNone(publish_due(item))
        self.assertTrue(Revision.objects.filter(approved_go_live_at=item.due_at).exists())
        self.assertFalse(StandardPage.objects.get(pk=self.page.pk).live)


class NextDueTests(TestCase):
    def test_next_instant_is_the_earliest_beginning_or_end_to_come(self):
        home = lay_out_journal().home
        self.assertIsNone(get_next_due())
        now = timezone.now().replace(microsecond=0)
        schedule(add_page(home, "Past"), minutes_ago(5))
        schedule(add_page(home, "Day"), now + timedelta(days=1))
        self.assertEqual(get_next_due(), now + timedelta(days=1))
        ends = add_page(home, "Ends", live=True)
        ends.expire_at = now + timedelta(hours=1)
        ends.save_revision().publish()
        self.assertEqual(get_next_due(), now + timedelta(hours=1))
        add_page(home, "Planned", go_live_at=now + timedelta(minutes=1))
        self.assertEqual(get_next_due(), now + timedelta(hours=1))
