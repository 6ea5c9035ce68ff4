"""The calendar's page: what stands on it, for whom, in which view."""

from datetime import date

import time_machine
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from blog.accounts.models import User
from blog.editorial.calendar.days import lay_out
from blog.editorial.calendar.entries import get_entries
from blog.editorial.calendar.entry import EntryKind
from blog.editorial.calendar.period import Period, View, read_period
from blog.editorial.trash.actions import trash_page
from home.models import SiteSettings
from tests.factories.films import make_film, make_viewing
from tests.factories.posts import make_post, make_private

from .ground import LISBON, NOW, Journal, at

MARCH = (at(1, 0), at(1, 0, month=4))


@time_machine.travel(NOW, tick=False)
class EntriesTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        with time_machine.travel(NOW, tick=False):
            cls.journal = journal = Journal()
            cls.scheduled = journal.scheduled(when=at(8), expire_at=at(20))
            cls.own = journal.draft("Own", go_live_at=at(9), owner=journal.author)
            journal.draft("Somebody’s", go_live_at=at(10))
            journal.draft("Undated")
            journal.draft("In April", go_live_at=at(1, 0, month=4))
            cls.live = journal.live("Live", days_ago=0)
            make_private(journal.live("Private", days_ago=0))
            cls.update = journal.live("With an update", days_ago=40)
            cls.update.go_live_at = at(11)
            cls.update.save_revision()
            cls.film = make_film(journal.site.films, "A film", 1977, live=False)
            cls.film.go_live_at = at(12)
            cls.film.save_revision()
            cls.film.save()
            cls.gone = journal.draft("Gone", go_live_at=at(13))
            trash_page(cls.gone, by=journal.editor)
            journal.idea("Hers", by=journal.editor, planned_on=at(14).date())
            journal.idea("His", by=journal.author, planned_on=at(15).date())

    def find(self, user, **chosen):
        with timezone.override(LISBON):
            return [
                (entry.kind, entry.title, entry.at) for entry in get_entries(*MARCH, user, **chosen)
            ]

    def titles(self, user, **chosen):
        return [title for _kind, title, _at in self.find(user, **chosen)]

    def test_moderators_see_nothing(self):
        self.assertEqual(self.find(self.journal.moderator), [])

    def test_authors_see_their_own_and_what_is_published(self):
        kinds = EntryKind
        self.assertEqual(
            self.find(self.journal.author),
            [
                (kinds.PUBLISHED, "Live", NOW),
                (kinds.PUBLISHED, "Private", NOW),
                (kinds.PLANNED, "Own", at(9)),
                (kinds.IDEA, "His", at(15, 0)),
            ],
        )

    def test_editors_see_all_of_it_in_order(self):
        kinds = EntryKind
        self.assertEqual(
            self.find(self.journal.editor),
            [
                (kinds.PUBLISHED, "About", NOW),
                (kinds.PUBLISHED, "Live", NOW),
                (kinds.PUBLISHED, "Private", NOW),
                (kinds.SCHEDULED, "A scheduled essay", at(8)),
                (kinds.PLANNED, "Own", at(9)),
                (kinds.PLANNED, "Somebody’s", at(10)),
                (kinds.PLANNED, "With an update", at(11)),
                (kinds.PLANNED, "A film", at(12)),
                (kinds.IDEA, "Hers", at(14, 0)),
                (kinds.IDEA, "His", at(15, 0)),
                (kinds.EXPIRING, "A scheduled essay", at(20)),
            ],
        )

    def test_the_owner_sees_what_editors_see(self):
        owner = User.objects.create_superuser("owner@example.org", "p")
        self.assertEqual(self.find(owner), self.find(self.journal.editor))
        self.assertTrue(all(e.may_edit for e in get_entries(*MARCH, owner)))

    def test_filters(self):
        editor = self.journal.editor
        self.assertEqual(self.titles(editor, what="films"), ["A film"])
        self.assertNotIn("A film", self.titles(editor, what="essays"))
        self.assertEqual(self.titles(self.journal.author, whose="mine"), ["Own", "His"])

    def test_only_who_may_publish_moves_a_schedule(self):
        self.scheduled.owner = self.journal.author
        self.scheduled.save(update_fields=["owner"])
        for user, may in ((self.journal.author, False), (self.journal.editor, True)):
            [entry] = [e for e in get_entries(*MARCH, user) if e.kind == EntryKind.SCHEDULED]
            self.assertEqual((entry.may_edit, bool(entry.move_url)), (True, may))

    def test_others_published_essays_are_not_edited_from_here(self):
        [entry] = [e for e in get_entries(*MARCH, self.journal.author) if e.title == "Live"]
        self.assertEqual((entry.edit_url, entry.move_url), ("", ""))

    def test_the_questions_do_not_grow_with_the_entries(self):
        editor = self.journal.editor
        get_entries(*MARCH, editor)
        with self.assertNumQueries(7):
            few = len(get_entries(*MARCH, editor))
        for n in range(10):
            self.journal.draft(f"More {n}", go_live_at=at(16))
            self.journal.scheduled(f"Sure {n}", when=at(17))
            self.journal.idea(f"Idea {n}", planned_on=at(18).date())
        with self.assertNumQueries(7):
            self.assertEqual(len(get_entries(*MARCH, editor)), few + 30)


class PeriodTests(TestCase):
    def test_what_cannot_be_read_is_this_month(self):
        with time_machine.travel(NOW, tick=False), timezone.override(LISBON):
            for query in ({}, {"on": "x", "view": "y"}, {"on": "2027-02-30"}, {"on": "9999-12-31"}):
                period = read_period(query)
                self.assertEqual((period.view, period.on), (View.MONTH, date(2027, 3, 1)))

    def test_a_month_is_filled_up_to_whole_weeks(self):
        period = Period(View.MONTH, date(2027, 5, 20))
        self.assertEqual((period.first, period.last), (date(2027, 4, 26), date(2027, 6, 6)))
        self.assertTrue(period.is_outside(date(2027, 6, 6)))
        self.assertEqual(Period(View.AGENDA, date(2027, 5, 20)).last, date(2027, 5, 31))

    def test_there_is_nothing_before_the_first_and_after_the_last_year(self):
        self.assertIsNone(Period(View.MONTH, date(1900, 1, 5)).earlier)
        self.assertIsNone(Period(View.MONTH, date(2199, 12, 5)).later)
        self.assertEqual(len(Period(View.MONTH, date(2199, 12, 5)).days), 42)

    def test_a_long_stretch_without_anything_is_told(self):
        period = Period(View.AGENDA, date(2027, 3, 1))
        with time_machine.travel(NOW, tick=False), timezone.override(LISBON):
            days = lay_out(period, [], {})
        self.assertEqual([day.gap.words for day in days if day.gap][0][:20], "Nothing for 31 days,")
        self.assertTrue(all(day.is_in_gap for day in days))


@time_machine.travel(NOW, tick=False)
class CalendarPageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        with time_machine.travel(NOW, tick=False):
            cls.journal = journal = Journal()
            journal.scheduled(when=at(8), expire_at=at(20))
            journal.draft("A planned essay", go_live_at=at(9))
            journal.live("A live essay", days_ago=0)
            journal.live("A year ago", days_ago=365)
            journal.idea("A dated idea", planned_on=at(10).date())
            journal.idea("An undated idea")
            journal.draft("<b>שלום 🎬</b>")
            film = make_film(journal.site.films, "Fifty", 1977)
            make_viewing(film, author=None, watched_on=date(2026, 3, 5))

    def get(self, user=None, **query):
        self.client.force_login(user or self.journal.editor)
        return self.client.get(reverse("editorial_calendar", query=query))

    def test_moderators_have_no_calendar(self):
        response = self.get(self.journal.moderator)
        self.assertRedirects(response, "/admin/", fetch_redirect_response=False)

    def test_nonsense_is_forgiven(self):
        for query in (
            {"view": "\0", "on": "\0"},
            {"on": "1" * 5000, "whose": "🎬", "what": "\0"},
            {"on": "1900-01-01", "view": "month"},
            {"on": "2199-12-31", "view": "week"},
        ):
            with self.subTest(query):
                self.assertEqual(self.get(**query).status_code, 200)

    def test_each_kind_stands_there_in_words_in_each_view(self):
        for view in View:
            response = self.get(view=view, on="2027-03-08")
            words = ["Scheduled", "Planned", "Idea"]
            for word in words + ([] if view == View.WEEK else ["Published", "Expires"]):
                with self.subTest(view=view, word=word):
                    kind = f'<span class="calendar-entry__kind">{word}</span>'
                    self.assertContains(response, kind)

    def test_the_shelf_holds_what_has_no_day(self):
        response = self.get()
        self.assertContains(response, "An undated idea")
        self.assertContains(response, "&lt;b&gt;שלום 🎬&lt;/b&gt;")
        self.assertNotContains(response, "<b>שלום")
        self.assertNotContains(self.get(what="films"), "An undated idea")

    def test_the_zones_are_named(self):
        site_settings = SiteSettings.for_site(self.journal.site.site)
        site_settings.time_zone = "Europe/Lisbon"
        site_settings.save()
        profile = UserProfile.get_for_user(self.journal.editor)
        profile.current_time_zone = "America/New_York"
        profile.save()
        response = self.get(on="2027-03-08")
        self.assertContains(response, "your clock, America/New York")
        self.assertContains(response, "04:00</time>")  # nine in Lisbon
        self.assertContains(response, "(09:00)")

    def test_faint_hints_of_earlier_years(self):
        response = self.get(on="2027-03-08")
        self.assertContains(response, "Published 1 year ago: <bdi>A year ago</bdi>")
        self.assertContains(response, "Seen 1 year ago: <bdi>Fifty</bdi>")
        self.assertContains(response, "<bdi>Fifty</bdi> (50)")

    def test_the_questions_do_not_grow_with_the_entries(self):
        self.get(on="2027-03-08")
        with CaptureQueriesContext(connection) as few:
            self.get(on="2027-03-08")
        for n in range(10):
            self.journal.draft(f"More {n}", go_live_at=at(16))
            self.journal.draft(f"Shelved {n}")
            self.journal.idea(f"Idea {n}", planned_on=at(18).date())
            make_post(self.journal.site.journal, f"Old {n}", days_ago=365 + n)
        with CaptureQueriesContext(connection) as many:
            self.get(on="2027-03-08")
        self.assertEqual(len(many), len(few))
