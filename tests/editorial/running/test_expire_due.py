"""A page whose end has come goes down once; what is still to come for it stays."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone
from wagtail.models import Revision

from blog.editorial.running.due import due_expiries
from blog.editorial.running.expiring import expire_due
from blog.editorial.running.run import run_due
from home.models import StandardPage
from home.setup import lay_out_journal
from tests.editorial.schedules import add_page, minutes_ago, schedule


def set_expiry(page, at):
    """Give the live `page` an end that may have passed since."""
    page.expire_at = at
    page.save_revision(clean=False).publish()
    page.refresh_from_db()


class ExpireDueTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = lay_out_journal().home
        cls.page = add_page(cls.home, "Ends", live=True)

    def test_page_that_ends_tomorrow_stays(self):
        set_expiry(self.page, timezone.now() + timedelta(days=1))
        self.assertEqual(run_due().expired, [])

    def test_ended_page_goes_down_and_says_that_it_expired(self):
        set_expiry(self.page, minutes_ago(5))
        summary = run_due()
        self.page.refresh_from_db()
        self.assertEqual([item.title for item in summary.expired], ["Ends"])
        self.assertFalse(self.page.live)
        self.assertTrue(self.page.expired)
        self.assertEqual(run_due().expired, [])

    def test_dates_are_cleared_so_that_the_next_save_works(self):
        set_expiry(self.page, minutes_ago(5))
        run_due()
        page = StandardPage.objects.get(pk=self.page.pk)
        self.assertIsNone(page.expire_at)
        self.assertIsNone(page.get_latest_revision_as_object().expire_at)

    def test_end_that_was_moved_meanwhile_is_left_alone(self):
        set_expiry(self.page, minutes_ago(5))
        [item] = due_expiries()
        StandardPage.objects.filter(pk=self.page.pk).update(
            expire_at=timezone.now() + timedelta(days=1)
        )
        self.assertFalse(expire_due(item))
        self.page.refresh_from_db()
        self.assertTrue(self.page.live)

    def test_publication_that_is_still_to_come_stays_scheduled(self):
        set_expiry(self.page, minutes_ago(5))
        tomorrow = timezone.now().replace(microsecond=0) + timedelta(days=1)
        revision = schedule(self.page, tomorrow, expire_at=None)
        run_due()
        self.page.refresh_from_db()
        self.assertFalse(self.page.live)
        self.assertEqual(Revision.objects.get(pk=revision.pk).approved_go_live_at, tomorrow)

    def test_page_whose_start_and_end_have_both_passed_ends_down(self):
        page = add_page(self.home, "Both")
        schedule(page, minutes_ago(60), expire_at=minutes_ago(10))
        summary = run_due()
        page.refresh_from_db()
        self.assertEqual((len(summary.published), page.live), (1, False))

    def test_renewal_that_is_due_too_keeps_the_page_up(self):
        set_expiry(self.page, minutes_ago(30))
        schedule(self.page, minutes_ago(10), expire_at=timezone.now() + timedelta(days=1))
        summary = run_due()
        self.page.refresh_from_db()
        self.assertTrue(self.page.live)
        self.assertEqual(summary.expired, [])
