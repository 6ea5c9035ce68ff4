from datetime import UTC, datetime

from django.test import SimpleTestCase, TestCase

from blog.lib.zones import get_zone
from home.models import SiteSettings
from home.setup import lay_out_journal
from tests.factories.posts import make_post


class ZoneTests(SimpleTestCase):
    def test_an_unknown_zone_is_utc(self):
        for name in ("", "Mars/Olympus", "../etc/passwd"):
            with self.subTest(name=name):
                self.assertEqual(str(get_zone(name)), "UTC")


class PrintedDateTests(TestCase):
    def test_the_site_zone_decides_in_which_month_an_essay_stands(self):
        tree = lay_out_journal()
        post = make_post(tree.journal, "Midnight", live=False)
        post.first_published_at = datetime(2026, 1, 31, 23, 30, tzinfo=UTC)
        post.save_revision().publish()
        settings = SiteSettings.for_site(tree.site)
        settings.time_zone = "Asia/Tokyo"
        settings.save()
        page = self.client.get("/journal/", headers={"host": "127.0.0.1:8000"})
        self.assertContains(page, "February")
        self.assertNotContains(page, "January")
