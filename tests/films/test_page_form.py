"""What people type into a film's form: lengths, and numbers of other places."""

from django import forms
from django.test import SimpleTestCase, TestCase

from blog.films.external_ids import IMDB, LETTERBOXD, TMDB, WIKIDATA
from blog.films.models import Country
from blog.films.page_form import ExternalIdField, MinutesField, TermField


class MinutesFieldTests(SimpleTestCase):
    def test_what_is_no_length_is_answered_with_the_ways_to_write_one(self):
        with self.assertRaisesMessage(forms.ValidationError, "Write “90”, “1h30” or “1 h 30 min”"):
            MinutesField().clean("an hour and a half")

    def test_nothing_is_no_length(self):
        self.assertIsNone(MinutesField(required=False).clean(" "))

    def test_a_length_is_shown_as_it_can_be_typed(self):
        field = MinutesField()
        self.assertEqual(field.clean(field.prepare_value(89)), 89)
        self.assertFalse(field.has_changed(89, "1h29"))
        self.assertTrue(field.has_changed(89, "90"))
        self.assertTrue(field.has_changed(89, "soon"))


class ExternalIdFieldTests(SimpleTestCase):
    def test_what_is_no_number_is_answered_with_an_example(self):
        for place, text in (
            (IMDB, "the work"),
            (IMDB, "nm0000217"),
            (WIKIDATA, "P31"),
            (LETTERBOXD, "https://letterboxd.com/"),
            (TMDB, "https://www.themoviedb.org/tv/1399"),
        ):
            with self.subTest(text=text), self.assertRaises(forms.ValidationError):
                ExternalIdField(place).clean(text)

    def test_the_address_of_the_page_will_do(self):
        for place, text, number in (
            (IMDB, "https://www.imdb.com/title/tt5836866/?ref_=nv", "tt5836866"),
            (IMDB, "https://m.imdb.com/de/title/tt5836866", "tt5836866"),
            (TMDB, "https://www.themoviedb.org/movie/438808-the-work", "438808"),
            (LETTERBOXD, "https://letterboxd.com/film/the-work/", "the-work"),
            (WIKIDATA, "https://www.wikidata.org/wiki/Q30601729", "Q30601729"),
            (WIKIDATA, " Q30601729 ", "Q30601729"),
        ):
            with self.subTest(text=text):
                self.assertEqual(ExternalIdField(place).clean(text), number)

    def test_an_empty_number_is_stored_as_the_column_wants_it(self):
        self.assertEqual(ExternalIdField(IMDB).clean(""), "")
        self.assertIsNone(ExternalIdField(TMDB, empty=None).clean(""))
        self.assertEqual(ExternalIdField(TMDB, empty=None).clean("438808"), 438808)


class TermFieldTests(TestCase):
    def test_what_is_not_in_the_list_is_said_and_not_dropped(self):
        for typed in ("Narnia", "Japan, Narnia", "x" * 500, "\u202eJapan"):
            with (
                self.subTest(typed=typed),
                self.assertRaisesMessage(forms.ValidationError, "Not in the list"),
            ):
                TermField(Country).clean(typed)

    def test_names_are_taken_in_any_case(self):
        field = TermField(Country)
        self.assertCountEqual(field.clean('japan, "United States"'), ["Japan", "United States"])
        self.assertEqual(field.clean(""), [])
