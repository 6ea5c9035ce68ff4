"""The diary as readers see it: by month, by year, and nothing that is not theirs."""

from datetime import date, timedelta

from django.core.management import call_command
from django.db import connection
from django.template import Context, Template
from django.test import RequestFactory, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.accounts.models import User
from blog.films.models import Viewing
from home.setup import lay_out_journal
from tests.factories.accounts import AuthorFactory
from tests.factories.films import make_film, make_viewing
from tests.factories.posts import make_private

SECRET = "Zwiebelkuchen"
MAY = date(2024, 5, 3)


class DiaryTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.ines = AuthorFactory(name="Ines")
        cls.film = make_film(cls.site.films, "Aftersun", 2022, runtime_minutes=101)
        cls.viewing = make_viewing(
            cls.film,
            author=cls.ines,
            watched_on=MAY,
            half_stars=9,
            is_loved=True,
            is_rewatch=True,
            format="cinema",
            place="Filmhaus",
            companions="Ana",
            public_note="The strobe.\n\nAnd <b>the</b> rug.",
            private_note=SECRET,
        )
        cls.hidden = [
            make_viewing(cls.film, watched_on=MAY, is_private=True, public_note="Unseen one"),
            make_viewing(make_film(cls.site.films, "A draft", live=False), watched_on=MAY),
            make_viewing(make_private(make_film(cls.site.films, "A secret")), watched_on=MAY),
            make_viewing(cls.film, watched_on=date(2019, 2, 1), is_private=True),
        ]

    def get(self, path=""):
        return self.client.get(f"/diary/{path}")


class AddressTests(DiaryTestCase):
    def test_months_and_years_in_nowhere_are_404(self):
        later = timezone.localdate() + timedelta(days=40)
        for path in (
            "0000/", "0001/", "2024/13/", "2024/00/", "0000/05/",
            "2024/5/", "2024/005/", "20245/", "202/",
            "x/", "2024/x/", "2024/05/03/", "-2024/", "२०२४/", "9999/12/", "1800/01/", "1800/",
            f"{later:%Y/%m}/", f"{later.year + 1}/", "2019/02/", "2019/", "2024/04/", "99999999/",
        ):  # fmt: skip
            with self.subTest(path=path):
                self.assertEqual(self.get(path).status_code, 404)

    def test_a_month_without_an_entry_between_others_says_so(self):
        response = self.get("2024/06/")
        self.assertContains(response, "Nothing stands in the diary for this month.")
        self.assertContains(response, 'href="/diary/2024/05/"')

    def test_neighbours_are_months_and_years_with_entries(self):
        make_viewing(self.film, watched_on=date(2023, 11, 30))
        make_viewing(self.film, watched_on=date(2025, 1, 1))
        month = self.get("2024/05/").content.decode()
        self.assertIn('href="/diary/2025/01/" rel="prev"', month)
        self.assertIn('href="/diary/2023/11/" rel="next"', month)
        year = self.get("2024/").content.decode()
        self.assertIn('href="/diary/2025/" rel="prev"', year)
        self.assertIn('href="/diary/2023/" rel="next"', year)

    def test_an_empty_diary_says_so_and_has_no_months(self):
        Viewing.objects.all().delete()
        self.assertContains(self.get(), "Nothing has been put into the diary yet.")
        self.assertEqual(self.get(f"{timezone.localdate():%Y/%m}/").status_code, 404)
        self.assertEqual(self.get(f"{timezone.localdate():%Y}/").status_code, 404)

    def test_each_page_has_one_address_and_its_own_title(self):
        for path, title in (("2024/05/", "May 2024 · Diary"), ("2024/", "2024 in film · Diary")):
            html = self.get(path).content.decode()
            self.assertIn(f"<title>{title} · ", html)
            self.assertIn(f'/diary/{path}">', html.partition("canonical")[2][:80])

    def test_a_diary_that_is_a_draft_shows_nothing_anywhere(self):
        self.site.diary.unpublish()
        self.assertEqual(self.get().status_code, 404)
        self.assertEqual(self.get("2024/05/").status_code, 404)
        self.assertEqual(render_tags(self.film), "")


class EntryTests(DiaryTestCase):
    def test_an_entry_says_everything_that_is_public(self):
        html = self.get("2024/05/").content.decode()
        for words in (
            'data-film="aftersun"',
            'href="/films/aftersun/"',
            "Ines gave it 4.5 out of 5",
            "Loved",
            "Seen before",
            "In a cinema, Filmhaus, with Ana",
            "<p>The strobe.</p>",
            "&lt;b&gt;the&lt;/b&gt;",
            f'id="viewing-{self.viewing.pk}"',
            '<time datetime="2024-05-03">3</time>',
        ):
            self.assertIn(words, html)
        self.assertNotIn("style=", html.partition("<main")[2])

    def test_what_is_not_known_is_not_printed(self):
        Viewing.objects.all().delete()
        make_viewing(self.film, watched_on=MAY)
        html = self.get("2024/05/").content.decode().partition("<main")[2]
        for words in ("stars r", "heart", "Seen before", "evening-note", "with ", "Ines"):
            self.assertNotIn(words, html)

    def test_whose_it_is_stands_there_when_several_keep_the_diary(self):
        self.assertNotContains(self.get("2024/05/"), '<span class="ui yr">Ines</span>')
        make_viewing(self.film, author=AuthorFactory(name="Tom"), watched_on=MAY)
        self.assertContains(self.get("2024/05/"), '<span class="ui yr">Ines</span>')

    def test_entries_without_a_day_have_a_place_of_their_own(self):
        make_viewing(self.film, public_note="Long ago.")
        html = self.get().content.decode()
        self.assertLess(html.index("The strobe."), html.index('<h2 id="some-day">'))
        self.assertLess(html.index('<h2 id="some-day">'), html.index("Long ago."))
        self.assertNotIn("Long ago.", self.get("2024/05/").content.decode())

    def test_what_readers_may_not_see_is_nowhere(self):
        for path in ("", "2024/", "2024/05/"):
            with self.subTest(path=path):
                response = self.get(path)
                for words in ("Unseen one", "A draft", "A secret", "2019", SECRET):
                    self.assertNotContains(response, words)
        self.assertContains(self.get("2024/05/"), "One evening.")


class PrivateNoteTests(DiaryTestCase):
    """The note that an author writes for themselves never leaves the admin."""

    def test_on_no_channel(self):
        make_viewing(self.film, private_note=SECRET, watched_on=timezone.localdate())
        call_command("update_index", verbosity=0)
        for path in (
            "/", "/diary/", "/diary/2024/", "/diary/2024/05/", "/films/", "/films/aftersun/",
            f"/search/?q={SECRET}", "/search/?q=aftersun", "/journal/", "/quotes/",
            "/films/people/",
        ):  # fmt: skip
            with self.subTest(path=path):
                body = self.client.get(path).content.decode().partition("<main")[2]
                if path.endswith(SECRET):  # which says what was searched for
                    self.assertNotIn("Aftersun", body)
                else:
                    self.assertNotIn(SECRET, body)

    def test_not_for_the_admins_api_either(self):
        self.client.force_login(User.objects.create_superuser("owner@example.org", "p"))
        for path in (
            f"/admin/api/main/pages/{self.film.pk}/",
            f"/admin/api/main/pages/{self.site.diary.pk}/",
            f"/admin/pages/{self.film.pk}/usage/",
            f"/admin/diary/history/{self.viewing.pk}/",
            "/admin/reports/site-history/",
            "/admin/",
        ):
            with self.subTest(path=path):
                self.assertNotContains(self.client.get(path), SECRET)

    def test_no_page_of_the_diary_fetches_it(self):
        for path in ("", "2024/", "2024/05/"):
            with CaptureQueriesContext(connection) as queries:
                self.get(path)
            self.assertFalse([q for q in queries if "private_note" in q["sql"]])


class TagTests(DiaryTestCase):
    def test_evenings_of_a_film_newest_first_with_their_addresses(self):
        undated = make_viewing(self.film)
        newer = make_viewing(self.film, watched_on=date(2025, 1, 2))
        expected = (
            f"/diary/2025/01/#viewing-{newer.pk} /diary/2024/05/#viewing-{self.viewing.pk} /diary/ "
        )
        self.assertTrue(undated.pk)
        self.assertEqual(render_tags(self.film), expected)

    def test_the_latest_are_dated_and_no_more_than_asked_for(self):
        make_viewing(self.film)
        make_viewing(self.film, watched_on=date(2025, 1, 2))
        source = "{% load diary_tags %}{% latest_viewings 1 as vs %}{{ vs.0.film }} {{ vs|length }}"
        request = RequestFactory().get("/")
        self.assertEqual(
            Template(source).render(Context({"request": request})), "Aftersun (2022) 1"
        )


def render_tags(film):
    tags = "{% load diary_tags %}{% viewings_of film as vs %}"
    source = tags + "{% for v in vs %}{{ v.address }} {% endfor %}"
    return Template(source).render(Context({"request": RequestFactory().get("/"), "film": film}))


class QueryTests(DiaryTestCase):
    def count(self, path):
        self.get(path)
        with CaptureQueriesContext(connection) as queries:
            self.assertEqual(self.get(path).status_code, 200)
        return len(queries)

    def add(self, number, films):
        Viewing.objects.bulk_create(
            Viewing(
                film=films[n % len(films)],
                author=self.ines,
                watched_on=date(2024, 5, n % 31 + 1) if n % 7 else None,
                half_stars=n % 10 + 1,
            )
            for n in range(number)
        )

    def test_queries_do_not_grow_with_the_diary(self):
        paths = ("", "2024/", "2024/05/")
        films = [
            make_film(
                self.site.films,
                f"Film {n}",
                1950 + n,
                directors=f"Director {n % 5}",
                countries=["Japan", "France"],
                runtime_minutes=80 + n,
            )
            for n in range(13)
        ]
        counts = {path: set() for path in paths}
        for number in (3, 10, 400):
            self.add(number, films)
            for path in paths:
                counts[path].add(self.count(path))
        for path in paths:
            with self.subTest(path=path):
                self.assertEqual(len(counts[path]), 1, counts)
                self.assertLessEqual(max(counts[path]), 12)
