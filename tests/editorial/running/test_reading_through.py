"""With no timer, a due essay appears when somebody reads; what goes wrong there stays there."""

from datetime import timedelta
from unittest import mock

from django.test import TestCase, override_settings
from django.utils import timezone

from blog.editorial.running import reading_through
from blog.editorial.running.run import run_due
from home.setup import lay_out_journal
from tests.editorial.schedules import add_page, minutes_ago, publications, schedule


@override_settings(READING_THROUGH_SECONDS=60)
class ReadingThroughTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = lay_out_journal().home
        cls.page = add_page(cls.home, "Due")
        schedule(cls.page, minutes_ago(5))

    def setUp(self):
        reading_through.gate.reopen()
        self.addCleanup(reading_through.gate.reopen)

    def test_it_is_switched_off_where_tests_count_queries(self):
        with override_settings(READING_THROUGH_SECONDS=None):
            self.client.get("/")
        self.assertEqual(publications(self.page), 0)

    def test_admin_files_health_and_forms_do_nobodys_work(self):
        for path in ("/admin/", "/static/none.css", "/media/none.png", "/health/", "/documents/1/"):
            with self.subTest(path):
                self.client.get(path)
                self.assertEqual(publications(self.page), 0)
        self.client.post("/")
        self.assertEqual(publications(self.page), 0)

    def test_its_own_address_that_would_be_404_shows_it(self):
        with self.assertLogs("blog.editorial.running.reading_through", "WARNING") as logs:
            self.assertContains(self.client.get("/due/"), "Due")
        self.assertIn("1 published", logs.output[0])
        self.page.refresh_from_db()
        self.assertEqual(publications(self.page), 1)

    def test_home_page_publishes_it_too(self):
        self.client.get("/")
        self.assertEqual(publications(self.page), 1)

    def test_end_that_has_come_is_kept_to_as_well(self):
        ended = add_page(self.home, "Ended", live=True)
        ended.expire_at = minutes_ago(5)
        ended.save_revision(clean=False).publish()
        self.client.get("/")
        self.assertEqual(self.client.get("/ended/").status_code, 404)

    def test_process_looks_once_a_minute(self):
        self.client.get("/due/")
        self.client.get("/")  # it looked again at once, as there might have been more
        late = add_page(self.home, "Late")
        schedule(late, minutes_ago(5))
        with mock.patch.object(reading_through.time, "monotonic") as clock:
            clock.return_value = reading_through.gate.opens_at - 1
            self.assertEqual(self.client.get("/late/").status_code, 404)
            clock.return_value = reading_through.gate.opens_at
            self.assertEqual(self.client.get("/late/").status_code, 200)

    def test_timer_that_runs_is_left_its_work(self):
        run_due()
        just_now = add_page(self.home, "Just now")
        schedule(just_now, timezone.now() - timedelta(seconds=2))
        self.client.get("/")
        self.assertEqual(publications(just_now), 0)

    def test_nothing_due_costs_two_queries_a_minute(self):
        self.client.get("/due/")
        request = mock.Mock()
        with self.assertNumQueries(2):
            reading_through.publish_late_ones(request)

    def test_page_that_is_asked_for_goes_before_those_due_longer(self):
        for number in range(reading_through.MOST_AT_ONCE):
            schedule(add_page(self.home, f"Longer {number}"), minutes_ago(60))
        self.assertEqual(self.client.get("/due/").status_code, 200)
        self.assertEqual(self.client.get("/longer-2/").status_code, 200)

    def test_error_never_breaks_the_page(self):
        with (
            mock.patch.object(reading_through, "run_due", side_effect=RuntimeError("broken")),
            self.assertLogs("blog.editorial.running.reading_through", "ERROR"),
        ):
            self.assertEqual(self.client.get("/").status_code, 200)
