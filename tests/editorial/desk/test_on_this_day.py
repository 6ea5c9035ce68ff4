"""“On this day”: which days are the same, whose memories, and in whose zone."""

from datetime import UTC, date, datetime

import time_machine
from django.test import SimpleTestCase

from blog.accounts.actions import ensure_author
from blog.editorial.desk.on_this_day import get_anniversary, get_essays, get_evenings
from blog.editorial.desk.years import same_days
from blog.posts.models import PostPage
from home.models import SiteSettings
from tests.factories.films import make_film, make_viewing
from tests.factories.posts import make_post, make_private

from .ground import DeskTestCase

NOW = "2026-11-23T12:00:00Z"
TODAY = date(2026, 11, 23)


class SameDaysTests(SimpleTestCase):
    def test_the_latest_first_and_never_this_year(self):
        self.assertEqual(same_days(TODAY, 2024), [date(2025, 11, 23), date(2024, 11, 23)])
        self.assertEqual(same_days(TODAY, 2026), [])
        self.assertEqual(same_days(TODAY, 2030), [])

    def test_leap_days(self):
        leap, short, no_leap = date(2028, 2, 29), date(2027, 2, 28), date(2028, 2, 28)
        self.assertEqual(same_days(leap, 2020), [date(2024, 2, 29), date(2020, 2, 29)])
        self.assertEqual(
            same_days(short, 2024),
            [date(2026, 2, 28), date(2025, 2, 28), date(2024, 2, 28), date(2024, 2, 29)],
        )
        self.assertNotIn(date(2024, 2, 29), same_days(no_leap, 2020))


@time_machine.travel(NOW, tick=False)
class EssaysTests(DeskTestCase):
    def publish(self, title, moment, **fields):
        post = make_post(self.site.journal, title, **fields)
        PostPage.objects.filter(pk=post.pk).update(first_published_at=moment)
        return post

    def titles(self, role, today=TODAY):
        return [(m.years, m.title) for m in get_essays(self.people[role], today)]

    def test_own_ones_and_everybodys_for_who_publishes(self):
        author = self.people["author"]
        self.publish("Own", datetime(2024, 11, 23, 8, tzinfo=UTC), owner=author)
        self.publish("Of others", datetime(2020, 11, 23, 8, tzinfo=UTC))
        self.publish("Another day", datetime(2024, 11, 24, 8, tzinfo=UTC), owner=author)
        self.publish("Today", datetime(2026, 11, 23, 8, tzinfo=UTC), owner=author)
        down = self.publish("Taken down", datetime(2023, 11, 23, 8, tzinfo=UTC), owner=author)
        down.unpublish()
        make_private(self.publish("Private", datetime(2019, 11, 23, tzinfo=UTC), owner=author))
        self.assertEqual(self.titles("author"), [(2, "Own"), (7, "Private")])
        everything = [(2, "Own"), (6, "Of others"), (7, "Private")]
        self.assertEqual(self.titles("editor"), everything)
        self.assertEqual(self.titles("owner"), everything)
        self.assertNotIn("on-this-day", self.see("moderator"))

    def test_the_day_is_that_of_the_journals_zone(self):
        SiteSettings.objects.update_or_create(
            site=self.site.site, defaults={"time_zone": "Pacific/Auckland"}
        )
        self.publish("Late in the evening of the 22nd", datetime(2024, 11, 22, 20, tzinfo=UTC))
        self.publish("Noon of the 23rd is the 24th there", datetime(2024, 11, 23, 12, tzinfo=UTC))
        self.assertEqual(self.titles("owner"), [(2, "Late in the evening of the 22nd")])

    def test_no_more_than_three_and_two_queries(self):
        for year in range(2010, 2013):
            self.publish(f"Of {year}", datetime(year, 11, 23, 8, tzinfo=UTC))
        owner = self.people["owner"]
        self.titles("owner")  # the addresses of the site are remembered
        with self.assertNumQueries(3):  # one is for the journal's zone
            get_essays(owner, TODAY)
        for year in range(2013, 2023):
            self.publish(f"Of {year}", datetime(year, 11, 23, 8, tzinfo=UTC))
        self.titles("owner")
        with self.assertNumQueries(3):
            self.assertEqual(len(get_essays(owner, TODAY)), 3)


@time_machine.travel(NOW, tick=False)
class EveningsTests(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.film = make_film(cls.site.films, "The Work", 2017)
        own = ensure_author(cls.people["author"])
        make_viewing(cls.film, author=own, watched_on=date(2023, 11, 23), is_rewatch=True)
        make_viewing(cls.film, watched_on=date(2021, 11, 23), is_private=True)
        make_viewing(cls.film, watched_on=date(2022, 11, 22))
        make_viewing(cls.film, watched_on=TODAY)
        make_viewing(cls.film)

    def found(self, role):
        return [(m.years, m.sentence) for m in get_evenings(self.people[role], TODAY)]

    def test_whose_evenings(self):
        self.assertEqual(self.found("author"), [(3, "seen again")])
        self.assertEqual(self.found("editor"), [(3, "seen again"), (5, "seen")])
        self.assertEqual(self.found("moderator"), [])

    def test_each_leads_to_the_diary_and_to_an_essay(self):
        html = self.see("author")
        self.assertIn("3 years ago", html)
        viewing = get_evenings(self.people["author"], TODAY)[0]
        for address in (viewing.url, viewing.write_url.replace("&", "&amp;")):
            self.assertIn(f'href="{address}"', html)
            self.assertEqual(self.client.get(address.replace("&amp;", "&")).status_code, 200)


@time_machine.travel(NOW, tick=False)
class AnniversaryTests(DeskTestCase):
    def test_only_of_round_years_and_of_films_that_readers_see(self):
        owner = self.people["owner"]
        make_film(self.site.films, "Nine years old", 2017)
        make_film(self.site.films, "A draft", 1976, live=False)
        make_film(self.site.films, "Without a year")
        self.assertEqual(get_anniversary(owner, TODAY), [])
        make_film(self.site.films, "Fifty", 1976)
        memory = get_anniversary(owner, TODAY)[0]
        self.assertEqual((memory.title, memory.when), ("Fifty (1976)", "50 years ago"))
        self.assertEqual(get_anniversary(owner, date(2025, 1, 1)), [])

    def test_another_one_each_day(self):
        owner = self.people["owner"]
        for number in range(3):
            make_film(self.site.films, f"Film {number}", 2006)
        found = {get_anniversary(owner, date(2026, 11, day))[0].title for day in (1, 2, 3)}
        self.assertEqual(len(found), 3)
