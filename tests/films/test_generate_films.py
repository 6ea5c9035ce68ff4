from io import StringIO

from django.core.management import CommandError, call_command
from django.test import TestCase
from wagtail.models import Page

from blog.films.models import FilmIndexPage, FilmPage, FilmStanding
from blog.films.standing import refresh_standing
from home.setup import lay_out_journal
from tests.factories.films import make_film


class GenerateFilmsTests(TestCase):
    def run_command(self, *args):
        out = StringIO()
        call_command("generate_films", *args, stdout=out)
        return out.getvalue()

    def test_a_number_that_is_none_is_refused_with_a_sentence(self):
        for number in ("0", "-3", "many", "100001", "9" * 5_000, "٣"):
            with self.subTest(number=number[:9]), self.assertRaises(CommandError) as caught:
                self.run_command(number)
            self.assertIn("is not a number of films", str(caught.exception))

    def test_without_a_library_it_says_so(self):
        FilmIndexPage.objects.all().delete()
        with self.assertRaises(CommandError) as caught:
            self.run_command("3")
        self.assertIn("no film library yet", str(caught.exception))

    def test_films_are_whole_and_the_tree_is_sound(self):
        library = lay_out_journal().films
        make_film(library, "Mine", 1999)
        for _twice in range(2):
            self.assertIn("12 films made", self.run_command("12"))
        self.assertEqual(FilmPage.objects.published().count(), 25)
        self.assertEqual([len(problems) for problems in Page.find_problems()], [0] * 5)
        film = FilmPage.objects.exclude(title="Mine").first()
        self.assertEqual(film.directors, film.directed_by.replace(" and ", ", "))
        self.assertTrue(film.sort_title and film.search_words and film.genres.exists())
        page = self.client.get(film.url, headers={"host": "127.0.0.1:8000"})
        self.assertEqual(page.status_code, 200)
        make_film(library, "Mine again")

    def test_the_standings_are_those_of_the_viewings(self):
        lay_out_journal()
        self.run_command("30")
        before = set(FilmStanding.objects.values_list("film", "half_stars", "last_seen_on"))
        for film in FilmStanding.objects.values_list("film", flat=True):
            refresh_standing(film)
        after = set(FilmStanding.objects.values_list("film", "half_stars", "last_seen_on"))
        self.assertTrue(before)
        self.assertEqual(before, after)
