"""“This month”: the grid, what comes next, and the ways to the calendar."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import time_machine
from django.test import SimpleTestCase
from django.utils import timezone
from wagtail.users.models import UserProfile

from blog.editorial.desk.grid import make_weeks, month_span
from blog.editorial.models import Heartbeat
from blog.posts.models import PostPage
from tests.editorial.schedules import schedule
from tests.factories.posts import make_post

from .ground import DeskTestCase

NOW = "2026-11-23T12:00:00Z"
TODAY = date(2026, 11, 23)


class GridTests(SimpleTestCase):
    def test_weeks_from_monday_to_sunday(self):
        weeks = make_weeks(date(2026, 11, 1), TODAY, [])
        self.assertEqual([len(week) for week in weeks], [7] * 6)
        days = [day for week in weeks for day in week if day]
        self.assertEqual([day.date.day for day in days], list(range(1, 31)))
        self.assertEqual(weeks[0][:6], [None] * 6)
        self.assertEqual(weeks[0][6].date, date(2026, 11, 1))
        self.assertEqual([day.date for day in days if day.is_today], [TODAY])

    def test_entries_stand_on_their_day(self):
        entries = [SimpleNamespace(day=date(2026, 11, n), n=n) for n in (3, 3, 30)]
        # In the 30 days that are looked at, the next month has entries too.
        entries.append(SimpleNamespace(day=date(2026, 12, 3), n=0))
        weeks = make_weeks(date(2026, 11, 1), TODAY, entries)
        found = {d.date.day: [e.n for e in d.entries] for w in weeks for d in w if d and d.entries}
        self.assertEqual(found, {3: [3, 3], 30: [30]})

    def test_months_of_every_length(self):
        for day, span in {
            date(2026, 2, 28): (date(2026, 2, 1), date(2026, 3, 1)),
            date(2024, 2, 29): (date(2024, 2, 1), date(2024, 3, 1)),
            date(2026, 12, 31): (date(2026, 12, 1), date(2027, 1, 1)),
        }.items():
            self.assertEqual(month_span(day), span)


@time_machine.travel(NOW, tick=False)
class ThisMonthTests(DeskTestCase):
    def publish(self, title, moment):
        post = make_post(self.site.journal, title)
        PostPage.objects.filter(pk=post.pk).update(first_published_at=moment)
        return post

    def test_each_kind_in_shape_and_word_where_it_belongs(self):
        self.publish("Out", datetime(2026, 11, 3, 8, tzinfo=UTC))
        self.draft("owner", "Wished", go_live_at=datetime(2026, 11, 27, 9, tzinfo=UTC))
        schedule(self.draft("owner", "Approved"), datetime(2026, 11, 28, 9, tzinfo=UTC))
        ending = self.publish("Ending", datetime(2026, 10, 1, tzinfo=UTC))
        PostPage.objects.filter(pk=ending.pk).update(
            expire_at=datetime(2026, 11, 29, 9, tzinfo=UTC)
        )
        html = self.see("owner")
        grid, coming = html.split("desk-month__coming")
        for word, title in (
            ("Published", "Out"),
            ("Planned", "Wished"),
            ("Scheduled", "Approved"),
            ("Expires", "Ending"),
        ):
            self.assertRegex(grid, rf">{title}</bdi></a> <span[^>]*>{word}, <time", title)
        self.assertLess(coming.index("Wished"), coming.index("Approved"))
        self.assertLess(coming.index("Approved"), coming.index("Ending"))
        self.assertNotIn(">Out<", coming)
        for kind in ("published", "scheduled", "planned", "expiring", "idea"):
            self.assertIn(f"desk-mark--{kind}", coming)

    def test_a_day_says_how_much_it_holds(self):
        for number in range(4):
            self.draft("owner", f"D{number}", go_live_at=datetime(2026, 11, 27, 9, tzinfo=UTC))
        self.assertIn("Friday 27 November: 4 entries", self.see("owner"))

    def test_towards_the_end_of_the_month_it_looks_beyond_it(self):
        self.draft("owner", "In December", go_live_at=timezone.now() + timedelta(days=20))
        self.draft("owner", "In January", go_live_at=timezone.now() + timedelta(days=45))
        html = self.see("owner").split("desk-month__coming")[1].split("</section>")[0]
        self.assertIn("In December", html)
        self.assertNotIn("In January", html)

    def test_the_month_is_that_of_the_persons_own_clock(self):
        owner = self.people["owner"]
        UserProfile.objects.update_or_create(
            user=owner, defaults={"current_time_zone": "Pacific/Auckland"}
        )
        self.draft("owner", "Early", go_live_at=datetime(2026, 11, 30, 12, tzinfo=UTC))
        html = self.see("owner")
        self.assertNotIn("Monday 30 November:", html)
        self.assertIn("Tue 1 Dec, 01:00", html)

    def test_an_author_sees_own_wishes_and_what_all_can_read(self):
        self.publish("Out", datetime(2026, 11, 3, 8, tzinfo=UTC))
        soon = timezone.now() + timedelta(days=2)
        self.draft("author", "Own wish", go_live_at=soon)
        self.draft("owner", "Secret wish", go_live_at=soon)
        html = self.see("author")
        self.assertIn("Own wish", html)
        self.assertIn("Out", html)
        self.assertNotIn("Secret wish", html)
        self.assertNotIn("this-month", self.see("moderator"))

    def test_the_ways_to_the_calendar_are_open(self):
        html = self.see("owner")
        for on in ("2026-10-01", "2026-12-01"):
            address = f"/admin/editorial/calendar/?view=month&amp;on={on}"
            self.assertIn(f'href="{address}"', html)
            self.assertEqual(self.client.get(address.replace("&amp;", "&")).status_code, 200)
        self.assertIn("Nothing is planned.", html)

    def test_it_says_when_the_timer_last_ran(self):
        Heartbeat.objects.beat()
        self.assertIn("Timer last ran 0 s ago.", self.see("author"))
