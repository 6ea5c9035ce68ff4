"""The journal's name is one, whoever asks for it."""

from django.test import TestCase
from wagtail.models import Site

from home.models import SiteSettings
from home.setup import lay_out_journal


class SiteNameTests(TestCase):
    def test_the_site_is_called_as_the_settings_say(self):
        site = lay_out_journal().site
        settings = SiteSettings.for_site(site)
        settings.name = "The Walk Home"
        settings.save()
        self.assertEqual(Site.objects.get(pk=site.pk).site_name, "The Walk Home")

    def test_another_site_keeps_its_name(self):
        first = lay_out_journal().site
        other = Site.objects.create(
            hostname="other.example", root_page=first.root_page, site_name="Other"
        )
        settings = SiteSettings.for_site(first)
        settings.name = "The Walk Home"
        settings.save()
        other.refresh_from_db()
        self.assertEqual(other.site_name, "Other")
