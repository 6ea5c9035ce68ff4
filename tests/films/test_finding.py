from django.test import TestCase

from blog.films.finding import find_films, look_for
from blog.films.models import FilmPage
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_private


class FindFilmsTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        library = lay_out_journal().films
        make_film(library, "Ikiru", 1952, directors="Akira Kurosawa", original_title="生きる")
        make_film(library, "The Straight Story", 1999, also_known_as="Eine wahre Geschichte")
        make_film(library, "Straße", 1956)
        make_film(library, "Amélie", 2001)
        make_film(library, "Straight draft", live=False)
        make_private(make_film(library, "Straight to private"))

    def titles(self, query):
        return [film.title for film in find_films(FilmPage.objects.published(), query)]

    def test_what_no_slip_explains_is_not_found(self):
        for query in ("zzzzzz", "ikx", "kurosawa straight", "1953", "1951"):
            with self.subTest(query=query):
                self.assertEqual(self.titles(query), [])

    def test_slips_case_and_accents_are_forgiven(self):
        for query, title in (
            ("AMELIE", "Amélie"),
            ("ameile", "Amélie"),
            ("kurasawa", "Ikiru"),
            ("kurosawa 1952", "Ikiru"),
            ("straigth story", "The Straight Story"),
            ("the staight stori", "The Straight Story"),
            ("whare geschichte", "The Straight Story"),
            ("strasse", "Straße"),
            ("生きる", "Ikiru"),
            ("ikir", "Ikiru"),
        ):
            with self.subTest(query=query):
                self.assertEqual(self.titles(query), [title])

    def test_a_query_without_a_word_finds_everything_in_its_order(self):
        for query in ("", "  ", "\0", "🎬", "…"):
            with self.subTest(query=query):
                self.assertEqual(
                    self.titles(query), ["Amélie", "Ikiru", "Straße", "The Straight Story"]
                )

    def test_no_query_breaks_the_search(self):
        for query in ("a\0b", "x" * 100_000, "a " * 9_000, '"', "%_\\", "\u202eשלום"):
            with self.subTest(query=query[:10]):
                self.titles(query)

    def test_closeness_is_told(self):
        films = FilmPage.objects.published()
        self.assertFalse(look_for(films, "ikiru").is_close)
        self.assertTrue(look_for(films, "ikriu").is_close)

    def test_a_search_costs_two_queries_at_most(self):
        for query, count in (("ikiru", 2), ("ikriu", 3)):
            with self.subTest(query=query), self.assertNumQueries(count):
                self.titles(query)
