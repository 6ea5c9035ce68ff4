"""The calendar for other programs: who reads it, what stands in it, and how it is written."""

from datetime import timedelta

import time_machine
from django.contrib.auth.models import Group
from django.test import TestCase
from django.urls import reverse
from icalendar import Calendar

from blog.editorial.calendar.feed_actions import make_feed, revoke_feed
from blog.editorial.models import CalendarFeed
from blog.editorial.moving import reschedule
from blog.lib.secret_tokens import hash_token

from .ground import NOW, Journal, at

QUESTIONS = 16
LONG = "A “very” long title; with commas, back\\slashes and ünïcödé 🎬 " * 3 + "end"


@time_machine.travel(NOW, tick=False)
class FeedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        with time_machine.travel(NOW, tick=False):
            cls.journal = Journal()
            cls.scheduled = cls.journal.scheduled(LONG, when=at(29), expire_at=at(30))
            cls.journal.draft("Own", go_live_at=at(9), owner=cls.journal.author)
            cls.journal.live("Live", days_ago=2)
            cls.journal.idea("Noted", planned_on=at(14).date())
            cls.token = make_feed(cls.journal.editor)

    def read(self, token=None):
        return self.client.get(reverse("editorial:calendar_feed", args=[token or self.token]))

    def events(self, token=None):
        calendar = Calendar.from_ical(self.read(token).content)
        return {str(event["UID"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}

    def test_what_nobody_made_is_404(self):
        for token in ("nothing", "x" * 5000, "🎬", "%00", self.token[:-1], self.token.upper()):
            with self.subTest(token[:20]):
                self.assertEqual(self.read(token).status_code, 404)

    def test_a_new_address_ends_the_old_one_and_revoking_ends_both(self):
        newer = make_feed(self.journal.editor)
        self.assertEqual(self.read().status_code, 404)
        self.assertEqual(self.read(newer).status_code, 200)
        self.assertTrue(revoke_feed(self.journal.editor))
        self.assertFalse(revoke_feed(self.journal.editor))
        self.assertEqual(self.read(newer).status_code, 404)

    def test_whoever_lost_the_account_or_the_rights_reads_nothing(self):
        editor = self.journal.editor
        editor.is_active = False
        editor.save()
        self.assertEqual(self.read().status_code, 404)
        editor.is_active = True
        editor.save()
        self.assertEqual(self.read().status_code, 200)
        editor.groups.set([Group.objects.get(name="Moderator")])
        self.assertEqual(self.read().status_code, 404)

    def test_only_what_the_person_may_see_at_that_moment(self):
        author = self.journal.author
        token = make_feed(author)
        self.assertEqual(
            {str(event["SUMMARY"]) for event in self.events(token).values()},
            {"Planned: Own", "Published: Live"},
        )
        author.groups.set([Group.objects.get(name="Editor")])
        self.assertEqual(len(self.events(token)), 6)

    def test_the_token_is_kept_as_a_hash_alone(self):
        feed = CalendarFeed.objects.get(user=self.journal.editor)
        self.assertEqual(feed.token_hash, hash_token(self.token))
        self.assertNotIn(self.token, str(vars(feed)))

    def test_it_is_written_as_the_standard_wants_it(self):
        response = self.read()
        content = response.content
        self.assertEqual(response["Content-Type"], "text/calendar; charset=utf-8")
        self.assertEqual(content.count(b"\n"), content.count(b"\r\n"))
        self.assertTrue(all(len(line) <= 75 for line in content.split(b"\r\n")))
        self.assertNotIn(b"METHOD", content)
        events = self.events()
        event = events[f"page-{self.scheduled.pk}"]
        self.assertEqual(str(event["SUMMARY"]), f"Scheduled: {LONG}")
        # Summer time: nine in Lisbon is eight.
        self.assertEqual(event["DTSTART"].to_ical(), b"20270329T080000Z")
        self.assertEqual(event["DTSTAMP"].to_ical(), b"20270301T120000Z")
        self.assertEqual(str(event["STATUS"]), "CONFIRMED")
        self.assertIn(f"page-{self.scheduled.pk}-end", events)
        [idea] = [event for key, event in events.items() if key.startswith("idea-")]
        self.assertEqual(idea["DTSTART"].to_ical(), b"20270314")
        self.assertEqual(str(idea["STATUS"]), "TENTATIVE")

    def test_what_moves_keeps_its_name(self):
        reschedule(self.scheduled, at(28, 12), self.journal.editor)
        event = self.events()[f"page-{self.scheduled.pk}"]
        self.assertEqual(event["DTSTART"].to_ical(), b"20270328T110000Z")

    def test_nobody_keeps_it_and_no_search_finds_it(self):
        response = self.read()
        self.assertIn("no-store", response["Cache-Control"])
        self.assertIn("noindex", response["X-Robots-Tag"])
        self.assertEqual(response["Referrer-Policy"], "no-referrer")
        self.assertFalse(response.cookies)

    def test_it_is_noted_that_it_is_read_now_and_then(self):
        self.read()
        feed = CalendarFeed.objects.get(user=self.journal.editor)
        self.assertEqual(feed.last_read_at, NOW)
        with time_machine.travel(NOW + timedelta(minutes=5), tick=False):
            self.read()
        feed.refresh_from_db()
        self.assertEqual(feed.last_read_at, NOW)

    def test_the_questions_do_not_grow_with_the_entries(self):
        self.read()
        with self.assertNumQueries(QUESTIONS):
            self.read()
        for n in range(10):
            self.journal.draft(f"More {n}", go_live_at=at(16))
            self.journal.idea(f"Idea {n}", planned_on=at(18).date())
        with self.assertNumQueries(QUESTIONS):
            self.read()

    def test_the_address_is_shown_once_and_revoked_by_a_button(self):
        self.client.force_login(self.journal.editor)
        response = self.client.post(reverse("editorial_make_feed"))
        self.assertIn("no-store", response["Cache-Control"])
        token = response.context["address"].rpartition("/")[2].removesuffix(".ics")
        self.assertEqual(self.read(token).status_code, 200)
        page = self.client.get(reverse("editorial_calendar"))
        self.assertNotContains(page, token)
        self.assertContains(page, "Make a new address")
        self.client.post(reverse("editorial_revoke_feed"))
        self.assertEqual(self.read(token).status_code, 404)
