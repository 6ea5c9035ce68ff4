from django.test import SimpleTestCase
from django.utils import translation

from blog.lib.stars import half_star_choices, stars_label, stars_numeral


class StarsTests(SimpleTestCase):
    def test_eleven_half_stars_are_refused(self):
        for value in (0, 11, -1, None, 4.5, "9"):
            with self.subTest(value=value), self.assertRaises(ValueError):
                stars_label(value)

    def test_labels_say_the_stars_out_of_five(self):
        self.assertEqual(stars_label(9), "4.5 out of 5")
        self.assertEqual(stars_label(10), "5 out of 5")
        self.assertEqual(stars_label(1), "0.5 out of 5")

    def test_the_decimal_sign_follows_the_language(self):
        with translation.override("de"):
            self.assertIn("4,5", stars_label(9))

    def test_numerals_use_the_half_sign(self):
        self.assertEqual([stars_numeral(n) for n in (1, 2, 9, 10)], ["½", "1", "4½", "5"])

    def test_choices_run_from_five_stars_down(self):
        values = [value for value, label in half_star_choices()]
        self.assertEqual(values, list(range(10, 0, -1)))
