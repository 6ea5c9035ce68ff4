from datetime import date, datetime

from django.test import SimpleTestCase

from blog.lib.dates import group_by_month
from blog.lib.names import join_names, split_names
from blog.lib.reading import count_words, reading_minutes
from blog.lib.slugs import unique_slug


class ReadingTests(SimpleTestCase):
    def test_no_words_a_minute_is_refused(self):
        with self.assertRaises(ValueError):
            reading_minutes("a word", words_per_minute=0)

    def test_an_empty_text_takes_a_minute(self):
        self.assertEqual(reading_minutes(""), 1)

    def test_a_thousand_words_take_four_minutes(self):
        self.assertEqual(reading_minutes("word " * 1000), 4)

    def test_joined_words_count_once(self):
        self.assertEqual(count_words("It doesn’t half-end — really."), 4)


class NamesTests(SimpleTestCase):
    def test_blank_names_vanish(self):
        self.assertEqual(
            split_names(" Agnès Varda, , Chris Marker ,"), ["Agnès Varda", "Chris Marker"]
        )

    def test_names_are_joined_as_a_sentence_does(self):
        self.assertEqual(join_names([]), "")
        self.assertEqual(join_names(["A"]), "A")
        self.assertEqual(join_names(["A", "B"]), "A and B")
        self.assertEqual(join_names(["A", "B", "C"]), "A, B and C")


class SlugTests(SimpleTestCase):
    def test_a_text_without_letters_gets_the_fallback(self):
        self.assertEqual(unique_slug("… !", set()), "untitled")

    def test_a_taken_slug_gets_a_number(self):
        self.assertEqual(unique_slug("The Work", {"the-work", "the-work-2"}), "the-work-3")

    def test_dots_and_apostrophes_vanish(self):
        self.assertEqual(unique_slug(".it’s the work.", set()), "its-the-work")

    def test_a_long_text_is_cut_with_its_number(self):
        slug = unique_slug("a" * 300, {"a" * 20}, max_length=20)
        self.assertEqual(slug, "a" * 18 + "-2")


class GroupByMonthTests(SimpleTestCase):
    def test_rows_keep_their_order_under_year_and_month(self):
        days = [
            datetime(2026, 11, 14),
            datetime(2026, 11, 2),
            datetime(2026, 1, 3),
            datetime(2025, 12, 9),
        ]
        self.assertEqual(
            group_by_month(days, when=lambda day: day),
            [
                (2026, [(date(2026, 11, 1), days[:2]), (date(2026, 1, 1), days[2:3])]),
                (2025, [(date(2025, 12, 1), days[3:])]),
            ],
        )
