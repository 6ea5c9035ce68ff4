"""People, and the names of theirs that films print."""

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.test import TestCase

from blog.films.models import Country, FilmPage, Language, Person
from home.setup import lay_out_journal
from tests.factories.films import make_film, make_person


class PeopleTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.film = make_film(
            cls.library, "The Work", 2017, directors="Jairus McLeary, Gethin Aldous", cast="Vegas"
        )

    def test_a_person_of_a_film_is_not_deleted(self):
        with self.assertRaises(ProtectedError):
            Person.objects.get(name="Vegas").delete()

    def test_two_people_do_not_share_a_number_elsewhere(self):
        make_person("A", wikidata_id="Q1", imdb_id="nm0000217")
        for numbers in ({"wikidata_id": "Q1"}, {"imdb_id": "nm0000217"}):
            with self.subTest(numbers=numbers), self.assertRaises(ValidationError):
                Person(name="B", **numbers).full_clean()
        Person(name="C").full_clean()
        Person(name="D").full_clean()

    def test_two_people_of_a_name_have_two_addresses(self):
        first, second = (Person.objects.create(name="Steve McQueen") for _ in range(2))
        self.assertEqual((first.slug, second.slug), ("steve-mcqueen", "steve-mcqueen-2"))
        self.assertEqual(first.get_absolute_url(), f"{self.library.url}people/steve-mcqueen/")

    def test_a_film_prints_its_directors_and_finds_itself_by_them(self):
        self.assertEqual(self.film.directed_by, "Jairus McLeary and Gethin Aldous")
        self.assertIn(self.film, FilmPage.objects.matching("mcleary"))

    def test_a_new_name_is_printed_and_found_at_once(self):
        person = Person.objects.get(name="Gethin Aldous")
        person.name = "Gethin Áldous-Smith"
        person.save()
        self.film.refresh_from_db()
        self.assertEqual(self.film.directed_by, "Jairus McLeary and Gethin Áldous-Smith")
        self.assertIn(self.film, FilmPage.objects.matching("aldous smith"))

    def test_an_older_revision_prints_the_new_name(self):
        older = self.film.save_revision()
        person = Person.objects.get(name="Gethin Aldous")
        person.name = "G. Aldous"
        person.save()
        older.publish()
        self.film.refresh_from_db()
        self.assertIn("G. Aldous", self.film.directed_by)

    def test_every_letter_a_person_search_is_given_is_taken(self):
        for query in ("", "%", "_", "\\", "'", "x" * 500, "ÁLDOUS", "🎬"):
            with self.subTest(query=query):
                list(Person.objects.matching(query))
        self.assertEqual([str(p) for p in Person.objects.matching("mcLÉARY")], ["Jairus McLeary"])

    def test_the_lists_of_countries_and_languages_stand(self):
        self.assertEqual(Country.objects.get(slug="se").local_name, "Sweden")
        self.assertEqual(Language.objects.get(slug="ja").local_name, "Japanese")
        self.assertFalse(Country.objects.filter(slug__in=["eu", "zz"]).exists())
        for name in ("Soviet Union", "Czechoslovakia"):
            self.assertTrue(Country.objects.filter(name=name).exists(), name)
