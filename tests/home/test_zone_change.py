"""Another time zone of the journal: no date moves, and whoever chose it reads so."""

from datetime import UTC, datetime

import time_machine
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from blog.accounts.models import User
from home.models import SiteSettings
from home.setup import lay_out_journal
from tests.factories.posts import make_scheduled_post

NOW = datetime(2027, 3, 5, 9, 0, tzinfo=UTC)


class ZoneChangeTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.laid = lay_out_journal()
        cls.owner = User.objects.create_superuser("owner@example.org", "p", display_name="Olga")
        SiteSettings.objects.update_or_create(
            site=cls.laid.site, defaults={"time_zone": "Europe/Lisbon"}
        )

    def save(self, **fields):
        fields = {"name": "Wellspring", "grade": "steel", "time_zone": "Europe/Lisbon"} | fields
        for relation in ("main_menu", "footer_menu", "social_links"):
            fields[relation] = inline_formset([])
        url = reverse("wagtailsettings:edit", args=["home", "sitesettings", self.laid.site.pk])
        with time_machine.travel(NOW, tick=False):
            self.client.force_login(self.owner)
            response = self.client.post(url, nested_form_data(fields), follow=True)
        return [str(message) for message in response.context["messages"]]

    def test_nothing_is_said_where_the_zone_stays(self):
        self.assertEqual(len(self.save(name="Another name")), 1)

    def test_an_unknown_zone_is_refused(self):
        self.save(time_zone="Mars/Olympus")
        self.assertEqual(SiteSettings.objects.get().time_zone, "Europe/Lisbon")

    def test_scheduled_instants_stay_and_the_next_one_is_named(self):
        with time_machine.travel(NOW, tick=False):
            make_scheduled_post(self.laid.journal, "The later one", hours=96)
            make_scheduled_post(self.laid.journal, "The next one", hours=72)
        before = set(Revision.objects.values_list("approved_go_live_at", flat=True))
        messages = " ".join(self.save(time_zone="Asia/Tokyo"))
        self.assertIn("keeps the time of Asia/Tokyo now, and of Europe/Lisbon no longer", messages)
        self.assertIn(
            "“The next one” appears Mon 8 Mar 2027, 18:00 Asia/Tokyo, which is 09:00 Europe/Lisbon",
            messages,
        )
        self.assertEqual(
            set(Revision.objects.values_list("approved_go_live_at", flat=True)), before
        )
