"""Reports → Scheduled, as people open it."""

import csv
from io import BytesIO, StringIO
from unittest.mock import patch

from django.urls import reverse
from openpyxl import load_workbook
from wagtail.users.models import UserProfile

from blog.editorial.models import Heartbeat

from .ground import ReportTestCase

ALL = ["Overdue", "Stuck", "Failing", "Late", "First", "Update", "Ending"]


class RefusalTests(ReportTestCase):
    def test_a_moderator_is_turned_away_and_offered_nothing(self):
        self.client.force_login(self.moderator)
        self.assertRedirects(self.client.get(self.address()), "/admin/")
        self.assertRedirects(self.client.get(self.address(export="csv")), "/admin/")
        self.assertNotContains(self.client.get("/admin/"), self.address())

    def test_readers_are_sent_to_sign_in(self):
        self.client.logout()
        self.assertIn("/login/", self.client.get(self.address()).url)

    def test_nothing_is_offered_that_the_person_may_not_do(self):
        self.client.force_login(self.author)
        response = self.client.get(self.address())
        self.assertContains(response, "First")
        for name in ("editorial_publish_now", "editorial_move", "editorial_unschedule"):
            self.assertNotContains(response, reverse(name, args=[self.first.pk]))
        self.assertNotContains(response, "Update</bdi>")

    def test_filters_that_make_no_sense_hide_nothing_and_break_nothing(self):
        for query in (
            {"kind": "x"},
            {"state": "\0"},
            {"mine": "🪟"},
            {"p": "x"},
            {"ordering": "x"},
        ):
            with self.subTest(query=query):
                self.assertEqual(self.shown(**query), ALL)


class PageTests(ReportTestCase):
    def test_what_can_be_done_with_each(self):
        page = self.client.get(self.address()).content.decode()
        for name, pk in (
            ("editorial_publish_now", self.first.pk),
            ("editorial_move", self.first.pk),
            ("editorial_unschedule", self.update.pk),
            ("editorial_move_end", self.ending.pk),
            ("wagtailadmin_pages:unpublish", self.ending.pk),
            ("editorial_announce", self.held.pk),
            ("editorial_decline", self.held.pk),
        ):
            with self.subTest(name=name):
                self.assertIn(reverse(name, args=[pk]), page)
        self.assertNotIn(reverse("editorial_publish_now", args=[self.ending.pk]), page)

    def test_the_acts_lead_back_here(self):
        back = {"next": self.address(kind="publication")}
        for name, pk in (
            ("editorial_publish_now", self.first.pk),
            ("editorial_unschedule", self.overdue.pk),
            ("editorial_decline", self.held.pk),
        ):
            with self.subTest(name=name):
                with self.captureOnCommitCallbacks(execute=True):
                    response = self.client.post(reverse(name, args=[pk]), back)
                self.assertRedirects(response, back["next"], 303, fetch_redirect_response=False)
        self.assertEqual(self.shown(), ["Stuck", "Failing", "Update", "Ending"])

    def test_titles_are_escaped(self):
        self.first.title = self.first.draft_title = "<script>alert(1)</script>"
        self.first.save_revision()
        self.assertNotContains(self.client.get(self.address()), "<script>alert(1)</script>")

    def test_times_on_ones_own_clock_and_on_the_journals(self):
        tokyo = {"current_time_zone": "Asia/Tokyo"}
        UserProfile.objects.update_or_create(user=self.editor, defaults=tokyo)
        response = self.client.get(self.address())
        self.assertContains(response, "Asia/Tokyo")
        self.assertContains(response, "where the journal is")

    def test_the_timer_says_how_it_is(self):
        self.assertContains(self.client.get(self.address()), "The timer is not running")
        Heartbeat.objects.beat()
        self.assertContains(self.client.get(self.address()), "Timer last ran")

    def test_filters(self):
        self.assertEqual(self.shown(kind="expiry"), ["Stuck", "Ending"])
        self.assertEqual(self.shown(kind=["expiry", "update"]), ["Stuck", "Update", "Ending"])
        self.assertEqual(self.shown(state="attention"), ["Stuck"])
        self.assertEqual(self.shown(mine="true"), ["First", "Update"])
        self.assertEqual(self.shown(mine="true", kind="update"), ["Update"])
        response = self.client.get(self.address(kind="update", state="failed"))
        self.assertContains(response, "Nothing that is scheduled is of this kind.")

    def test_orders(self):
        self.assertEqual(self.shown(ordering="-at"), ALL[::-1])
        self.assertEqual(self.shown(ordering="title"), sorted(ALL))

    def test_the_part_that_filters_fetch(self):
        response = self.client.get(reverse("editorial_scheduled_results"), {"kind": "update"})
        self.assertContains(response, "Update</bdi>")
        self.assertContains(response, 'value="/admin/reports/scheduled/?kind=update"')

    def test_a_second_page(self):
        with patch("blog.editorial.report.views.ScheduledView.paginate_by", 3):
            self.assertEqual(self.shown(p=2), ALL[3:6])

    def test_an_empty_report_says_how_something_comes_here(self):
        for page in self.site.journal.get_children():
            page.delete()
        self.assertContains(self.client.get(self.address()), "Nothing is scheduled.")


class ExportTests(ReportTestCase):
    def test_csv(self):
        response = self.client.get(self.address(export="csv"))
        rows = list(csv.DictReader(StringIO(response.getvalue().decode())))
        self.assertEqual([row["Title"] for row in rows], ALL)
        first = rows[4]
        self.assertEqual((first["Kind"], first["Scheduled by"]), ("Publication", "Edda"))
        self.assertIn("already used by", rows[2]["What went wrong"])

    def test_xlsx_of_what_is_filtered(self):
        response = self.client.get(self.address(export="xlsx", kind="update"))
        sheet = load_workbook(BytesIO(response.getvalue())).active
        rows = list(sheet.iter_rows(values_only=True))
        self.assertEqual([row[1] for row in rows], ["Title", "Update"])

    def test_an_author_exports_their_own_alone(self):
        self.client.force_login(self.author)
        text = self.client.get(self.address(export="csv")).getvalue().decode()
        self.assertIn("First", text)
        self.assertNotIn("Overdue", text)
