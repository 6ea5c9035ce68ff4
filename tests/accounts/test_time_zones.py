"""Whose clock the admin shows."""

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks

from blog.accounts.models import User
from blog.lib.zones import get_site_zone, get_zone_of
from home.models import SiteSettings
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory


class ZoneOfAPersonTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        site = lay_out_journal().site
        SiteSettings.objects.update_or_create(site=site, defaults={"time_zone": "Asia/Kathmandu"})
        cls.owner = User.objects.create_superuser("owner@example.org", "p")

    def test_whoever_chose_none_sees_the_journals_own(self):
        profile = UserFactory(groups=["Editor"]).wagtail_userprofile
        self.assertEqual(profile.get_current_time_zone(), "Asia/Kathmandu")

    def test_a_zone_of_ones_own_comes_first(self):
        profile = self.owner.wagtail_userprofile
        profile.current_time_zone = "Europe/Lisbon"
        self.assertEqual(get_zone_of(profile).key, "Europe/Lisbon")

    def test_a_zone_that_this_machine_does_not_know_is_utc(self):
        profile = self.owner.wagtail_userprofile
        profile.current_time_zone = "Mars/Olympus"
        self.assertEqual(get_zone_of(profile).key, "UTC")

    def test_somebody_without_a_profile_sees_the_journals_own(self):
        self.assertEqual(get_zone_of(None), get_site_zone())

    def test_the_admin_runs_in_the_persons_zone(self):
        seen = []
        self.client.force_login(self.owner)
        with hooks.register_temporarily(
            "construct_homepage_panels",
            lambda request, panels: seen.append(timezone.get_current_timezone_name()),
        ):
            self.client.get(reverse("wagtailadmin_home"))
        self.assertEqual(seen, ["Asia/Kathmandu"])
