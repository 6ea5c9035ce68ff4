"""An hour before, and when the journal's clock is another one."""

from datetime import UTC, datetime, timedelta

import time_machine
from django.test import TestCase, override_settings
from django.urls import reverse
from django.utils import timezone

from blog.editorial.models import EditorialNotice, NoticeChoice, NoticeKind
from blog.editorial.notices.shown import delete_old_notices
from blog.editorial.notices.soon import tell_of_coming
from home.models import SiteSettings
from tests.editorial.schedules import schedule
from tests.factories.posts import make_post

from .ground import lay_out_people, mailed, told

NOON = datetime(2027, 3, 8, 12, tzinfo=UTC)
Kind = NoticeKind


@override_settings(HAS_MAIL_SERVER=True)
class SoonTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_people(cls)
        cls.essay = make_post(cls.site.journal, "Held", live=False, owner=cls.author)
        cls.others = make_post(cls.site.journal, "Others’", live=False, owner=cls.editor)
        for page in (cls.essay, cls.others):
            schedule(page, NOON)

    def ask(self, user, **ways):
        NoticeChoice.objects.create(user=user, kind=Kind.SOON, **ways)

    def test_nobody_is_told_who_did_not_ask(self):
        tell_of_coming(NOON - timedelta(minutes=50))
        self.assertFalse(EditorialNotice.objects.filter(kind=Kind.SOON).exists())

    def test_who_asked_is_told_of_their_own_once_and_within_the_hour(self):
        self.ask(self.author)
        for minutes, number in ((61, 0), (60, 1), (45, 1), (0, 1)):
            with self.subTest(minutes=minutes):
                tell_of_coming(NOON - timedelta(minutes=minutes))
                self.assertEqual(len(told(self.author, Kind.SOON)), number)
        (notice,) = told(self.author, Kind.SOON)
        self.assertEqual((notice.title, notice.words), ("Held", "Mon 8 Mar 2027, 12:00 UTC"))
        self.assertEqual(len(mailed(self.author, Kind.SOON)), 1)
        self.assertEqual(told(self.editor, Kind.SOON), [])

    def test_what_is_moved_is_told_anew(self):
        self.ask(self.author, by_mail=False)
        tell_of_coming(NOON - timedelta(minutes=50))
        schedule(self.essay, NOON + timedelta(hours=3))
        self.essay.revisions.filter(approved_go_live_at=NOON).update(approved_go_live_at=None)
        tell_of_coming(NOON + timedelta(hours=2, minutes=10))
        self.assertEqual(len(told(self.author, Kind.SOON)), 2)
        self.assertEqual(mailed(self.author), [])

    def test_a_timer_that_stood_still_says_nothing_too_late(self):
        self.ask(self.author)
        tell_of_coming(NOON - timedelta(minutes=20))
        self.assertEqual(told(self.author, Kind.SOON), [])


@override_settings(HAS_MAIL_SERVER=True)
class ZoneTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_people(cls)
        cls.settings, _made = SiteSettings.objects.get_or_create(site=cls.site.site)
        cls.settings.time_zone = "Europe/Lisbon"
        cls.settings.save()
        EditorialNotice.objects.all().delete()

    def change(self, zone):
        self.settings.time_zone = zone
        self.settings.save()

    def test_another_setting_tells_nobody(self):
        self.settings.tagline = "Other words"
        self.settings.save()
        self.assertFalse(EditorialNotice.objects.exists())

    def test_whoever_publishes_is_told_that_dates_stay(self):
        essay = make_post(self.site.journal, "Held", live=False, owner=self.author)
        schedule(essay, NOON)
        planned = timezone.now() + timedelta(days=3)
        make_post(self.site.journal, "Planned", live=False, go_live_at=planned)
        self.change("Asia/Tokyo")
        (notice,) = told(self.editor)
        self.assertEqual((notice.kind, notice.title), (Kind.ZONE, "Asia/Tokyo"))
        self.assertIn("It was Europe/Lisbon before. 2 dates", notice.words)
        self.assertEqual(len(told(self.owner)), 1)
        self.assertEqual((told(self.author), told(self.moderator)), ([], []))
        self.assertEqual(mailed(self.editor), [])
        self.assertEqual(
            essay.revisions.get(approved_go_live_at__isnull=False).approved_go_live_at, NOON
        )

    def test_the_owner_who_changed_it_is_told_on_the_desk_alone(self):
        NoticeChoice.objects.create(user=self.owner, kind=Kind.ZONE)
        self.client.force_login(self.owner)
        address = reverse("wagtailsettings:edit", args=["home", "sitesettings", self.site.site.pk])
        form = self.client.get(address).context["form"]
        data = {field.html_name: field.value() or "" for field in form}
        for name, _formset in form.formsets.items():
            data |= {f"{name}-TOTAL_FORMS": 0, f"{name}-INITIAL_FORMS": 0}
        response = self.client.post(address, data | {"time_zone": "Asia/Tokyo"})
        self.assertEqual(response.status_code, 302)
        self.assertEqual(len(told(self.owner)), 1)
        self.assertEqual(mailed(self.owner), [])


class OldNoticesTests(TestCase):
    def test_what_was_put_away_goes_after_a_season_and_the_rest_after_a_year(self):
        lay_out_people(self)
        now = timezone.now()
        for days, read_days in ((100, 95), (100, 10), (100, None), (400, None)):
            with time_machine.travel(now - timedelta(days=days), tick=False):
                notice = EditorialNotice.objects.create(
                    recipient=self.owner,
                    kind=Kind.ZONE,
                    title="x",
                    dedupe_key=f"{days} {read_days}",
                )
            if read_days:
                notice.read_at = now - timedelta(days=read_days)
                notice.save()
        self.assertEqual(delete_old_notices(now), 2)
        keys = set(EditorialNotice.objects.values_list("dedupe_key", flat=True))
        self.assertEqual(keys, {"100 10", "100 None"})
