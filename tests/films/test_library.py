"""The library's filters, their counts and what they answer to anything in the address."""

import random
from collections import Counter
from urllib.parse import quote, urlencode

from django.test import RequestFactory, SimpleTestCase, TestCase
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file

from blog.accounts.models import Author
from blog.films.library.facets import FACETS
from blog.films.library.listing import get_listing, read_filters
from blog.films.models import FilmPage
from blog.images.models import Image
from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.films import make_film, make_viewing
from tests.factories.posts import make_private

HOSTILE = ("\0", "a\0b", "x" * 20_000, '"', "'", "%", "🎬", "\u202eשלום", "<b>", "-1", "1e9", "٣")
NAMES = ["q", "sort", "page", *[facet.name for facet in FACETS]]


class ReadFiltersTests(SimpleTestCase):
    def read(self, **params):
        return read_filters(RequestFactory().get("/", params).GET)

    def test_what_is_no_value_is_left_out_with_a_sentence(self):
        for name, value in (
            ("year", "12"),
            ("year", "soon"),
            ("decade", "1995"),
            ("rating", "11"),
            ("rating", "0"),
            ("rating", "4.5"),
            ("seen", "maybe"),
            ("sort", "chance"),
            ("q", "x" * 201),
        ):
            with self.subTest(name=name, value=value):
                filters = self.read(**{name: value})
                self.assertFalse(filters.narrows)
                self.assertEqual(len(filters.remarks), 1)
                self.assertTrue(filters.remarks[0].endswith("."))

    def test_values_are_read_as_the_address_has_them(self):
        filters = self.read(q=" the work ", year="2017", decade="2010s", rating="9", seen="yes")
        self.assertEqual(filters.remarks, [])
        self.assertEqual(filters.query, "the work")
        self.assertEqual(
            filters.values, {"decade": "2010", "year": "2017", "rating": "9", "seen": "yes"}
        )
        self.assertNotIn("sort", filters.as_params())


class LibraryTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        tree = lay_out_journal()
        cls.library = tree.films
        cls.ines = Author.objects.create(name="Ines", slug="ines")
        cls.work = make_film(
            tree.films, "The Work", 2017, directors="Jairus McLeary, Gethin Aldous",
            countries=["United States"], genres=["Documentary"],
        )  # fmt: skip
        cls.sans = make_film(
            tree.films, "Sans Soleil", 1983, directors="Chris Marker",
            countries=["France", "Japan"], genres=["Documentary", "Essay"],
        )  # fmt: skip
        cls.ikiru = make_film(
            tree.films, "Ikiru", 1952, directors="Akira Kurosawa",
            countries=["Japan"], genres=["Drama"],
        )  # fmt: skip
        cls.bare = make_film(tree.films, "Nothing known")
        make_viewing(cls.work, half_stars=9, author=cls.ines, watched_on="2026-11-01")
        make_viewing(cls.sans, half_stars=7, watched_on="2026-11-09")
        make_viewing(cls.ikiru)
        for live, title in ((False, "Canary draft"), (True, "Canary private")):
            film = make_film(
                tree.films, title, 2017, live=live, directors="Canary Director",
                countries=["Japan"], genres=["Canary genre"],
            )  # fmt: skip
            make_viewing(film, half_stars=3)
            if live:
                make_private(film)

    def get(self, **params):
        path = f"/films/?{urlencode(params)}" if params else "/films/"
        return self.client.get(path, headers={"host": "127.0.0.1:8000"})

    def titles(self, **params):
        return [film.title for film in self.get(**params).context["films"]]

    def choices(self, name, **params):
        fields = self.get(**params).context["fields"]
        field = next(field for field in fields if field["facet"].name == name)
        return {value: films for value, _words, films, _chosen in field["choices"]}

    def test_no_address_breaks_the_page(self):
        for name in NAMES:
            for value in HOSTILE:
                with self.subTest(name=name, value=value[:10]):
                    self.assertEqual(self.get(**{name: value}).status_code, 200)
        for query in ("%00=1", "year=%FF", "genre=%C3%28", "q[]=1", "&&&", "year=2017&year=1952"):
            with self.subTest(query=query):
                response = self.client.get(f"/films/?{query}", headers={"host": "127.0.0.1:8000"})
                self.assertEqual(response.status_code, 200)

    def test_unknown_terms_are_left_out_with_a_sentence(self):
        for name in ("director", "country", "genre"):
            with self.subTest(name=name):
                page = self.get(**{name: "<b>nobody</b>"})
                self.assertContains(page, "is not known here and was left out.")
                self.assertContains(page, "&lt;b&gt;nobody")
                self.assertEqual(len(page.context["films"]), 4)

    def test_nobody_learns_a_name_that_only_unseen_films_have(self):
        library = self.library
        unseen = {"directors": "Hidden Person", "genres": ["Hidden genre"]}
        make_film(library, "One more draft", live=False, **unseen)
        make_private(make_film(library, "One more secret", **unseen))
        for params in ({"director": "hidden-person"}, {"genre": "hidden-genre"}):
            with self.subTest(params=params):
                page = self.get(**params)
                self.assertContains(page, "is not known here and was left out.")
                self.assertNotContains(page, "Hidden")

    def test_drafts_and_private_films_are_neither_listed_nor_counted(self):
        for params in ({}, {"year": "2017"}, {"country": "jp"}, {"rating": "3"}, {"q": "canary"}):
            with self.subTest(params=params):
                page = self.get(**params)
                titles = [film.title for film in page.context["films"]]
                self.assertFalse({"Canary draft", "Canary private"} & set(titles))
        self.assertNotContains(self.get(), "Canary")
        self.assertEqual(self.choices("year")["2017"], 1)
        self.assertNotIn("3", self.choices("rating"))

    def test_each_facet_narrows(self):
        for params, titles in (
            ({"year": "2017"}, ["The Work"]),
            ({"decade": "1980s"}, ["Sans Soleil"]),
            ({"director": "gethin-aldous"}, ["The Work"]),
            ({"country": "jp"}, ["Ikiru", "Sans Soleil"]),
            ({"genre": "documentary"}, ["Sans Soleil", "The Work"]),
            ({"rating": "9"}, ["The Work"]),
            ({"rating": "none"}, ["Ikiru", "Nothing known"]),
            ({"seen": "yes"}, ["Ikiru", "Sans Soleil", "The Work"]),
            ({"seen": "no"}, ["Nothing known"]),
            ({"q": "work"}, ["The Work"]),
            ({"q": "kurasawa"}, ["Ikiru"]),
            ({"country": "jp", "genre": "documentary"}, ["Sans Soleil"]),
        ):
            with self.subTest(params=params):
                self.assertEqual(self.titles(**params), titles)

    def test_each_order(self):
        for sort, titles in (
            ("title", ["Ikiru", "Nothing known", "Sans Soleil", "The Work"]),
            ("year", ["The Work", "Sans Soleil", "Ikiru", "Nothing known"]),
            ("oldest", ["Ikiru", "Sans Soleil", "The Work", "Nothing known"]),
            ("rating", ["The Work", "Sans Soleil", "Ikiru", "Nothing known"]),
            ("seen", ["Sans Soleil", "The Work", "Ikiru", "Nothing known"]),
            ("added", ["Nothing known", "Ikiru", "Sans Soleil", "The Work"]),
        ):
            with self.subTest(sort=sort):
                self.assertEqual(self.titles(sort=sort), titles)

    def test_a_choice_is_counted_under_the_other_filters(self):
        self.assertEqual(self.choices("country", genre="documentary"), {"fr": 1, "jp": 1, "us": 1})
        self.assertEqual(
            self.choices("genre", genre="documentary"), {"documentary": 2, "drama": 1, "essay": 1}
        )
        self.assertEqual(self.choices("seen", country="jp"), {"yes": 2})

    def test_chips_take_one_filter_away(self):
        page = self.get(country="jp", genre="drama", sort="year")
        self.assertContains(page, 'href="/films/?country=jp&amp;sort=year"')
        self.assertContains(page, "Country: Japan")
        self.assertContains(page, "Genre: Drama")

    def test_an_empty_list_says_how_to_widen(self):
        page = self.get(country="us", genre="drama")
        self.assertContains(page, "No film fits all of that.")
        self.assertContains(page, "Without “Country: United States” there is 1.")
        self.assertContains(page, "Without “Genre: Drama” there is 1.")

    def test_close_films_are_said_to_be_close(self):
        self.assertContains(self.get(q="ikriu"), "These come close.")
        self.assertNotContains(self.get(q="ikiru"), "These come close.")

    def test_stars_say_whose_they_are(self):
        make_comment(self.work, half_stars=8)
        page = self.get()
        self.assertContains(page, "Ines gave it 4.5 out of 5")
        self.assertContains(page, "Readers 4")

    def test_a_page_past_the_end_is_the_last_one(self):
        self.assertEqual(len(self.titles(page="99", country="jp")), 2)


class EveryCountTests(TestCase):
    """The numbers in the form beside the number of films that each choice really gives."""

    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        dice = random.Random(3)
        for number in range(18):
            film = make_film(
                cls.library,
                f"Film {number}",
                dice.choice([None, 1999, 2001, 2003]),
                live=number != 4,
                directors=dice.choice(["", "A", "B", "A, B"]),
                countries=dice.sample(["France", "Japan"], dice.randint(0, 2)),
                genres=dice.sample(["Drama", "Crime"], dice.randint(0, 2)),
            )
            if number == 5:
                make_private(film)
            if dice.random() < 0.6:
                make_viewing(film, half_stars=dice.choice([None, 4, 9]))

    def listing(self, params):
        return get_listing(self.library, RequestFactory().get("/", params))

    def test_every_number_is_that_of_the_list_behind_it(self):
        checked = Counter()
        for params in (
            {},
            {"genre": "drama"},
            {"country": "fr", "seen": "yes"},
            {"decade": "2000"},
            {"rating": "none", "director": "a"},
            {"q": "film 1", "year": "1999"},
        ):
            listing = self.listing(params)
            self.assertEqual(len(listing["films"].object_list), listing["film_count"])
            for chip in listing["chips"]:
                query = dict(part.split("=") for part in chip["query"].split("&") if part)
                query = {name: value.replace("+", " ") for name, value in query.items()}
                self.assertEqual(chip["films"], self.listing(query)["film_count"], chip)
            for field in listing["fields"]:
                name = field["facet"].name
                for value, _words, films, _chosen in field["choices"]:
                    with self.subTest(params=params, name=name, value=value):
                        narrowed = self.listing({**params, name: value})
                        self.assertEqual(films, narrowed["film_count"])
                        checked[name] += 1
        self.assertEqual(set(checked), {facet.name for facet in FACETS})


class LibraryQueryTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.image = Image.objects.create(title="Poster", file=get_test_image_file())
        cls.add(range(3))

    @classmethod
    def add(cls, numbers):
        for number in numbers:
            film = make_film(
                cls.library, f"Film {number}", 2000 + number % 10, poster=cls.image,
                directors=f"Person {number}", countries=["Japan"], genres=["Drama"],
            )  # fmt: skip
            make_viewing(film, half_stars=6, watched_on=timezone.localdate())
            make_comment(film, half_stars=7)

    def test_the_queries_do_not_grow_with_the_films(self):
        paths = {
            "": 11,
            "sort=rating": 11,
            "genre=drama&country=jp&seen=yes&decade=2000": 12,
            "q=film": 12,
        }
        for count in (3, 13):
            self.add(range(FilmPage.objects.count(), count))
            for query, number in paths.items():
                path = f"/films/?{quote(query, safe='=&')}"
                self.client.get(path, headers={"host": "127.0.0.1:8000"})
                with self.subTest(query=query, count=count), self.assertNumQueries(number):
                    page = self.client.get(path, headers={"host": "127.0.0.1:8000"})
                self.assertEqual(len(page.context["films"]), count)
