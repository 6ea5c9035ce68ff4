"""Names of countries and languages, and sums of money, in the language in force."""

from django.test import SimpleTestCase
from django.utils.translation import override

from blog.lib.locales import country_name, currency_choices, language_name, money


class LocaleTests(SimpleTestCase):
    def test_an_unknown_code_is_printed_as_it_is(self):
        self.assertEqual((country_name("X9"), language_name("q9")), ("X9", "q9"))

    def test_a_language_that_babel_does_not_know_falls_back_to_english(self):
        with override("tlh-xx"):
            self.assertEqual(country_name("SE"), "Sweden")

    def test_names_follow_the_language_in_force(self):
        self.assertEqual((country_name("DE"), language_name("ja")), ("Germany", "Japanese"))
        with override("sv"):
            self.assertEqual((country_name("DE"), language_name("ja")), ("Tyskland", "japanska"))

    def test_countries_that_are_no_more_have_a_name(self):
        self.assertEqual(country_name("SU"), "Soviet Union")

    def test_money_is_printed_as_the_language_does(self):
        self.assertEqual(money(5853, "USD"), "$5,853")
        self.assertEqual(money(1234.5, "EUR"), "€1,234.5")
        with override("sv"):
            self.assertEqual(money(20554, "SEK").replace("\xa0", " "), "20 554 kr")

    def test_currencies_of_today_can_be_chosen(self):
        codes = [code for code, _label in currency_choices()]
        self.assertLess({"EUR", "JPY", "SEK", "USD"}, set(codes))
        self.assertEqual(codes, sorted(codes))
