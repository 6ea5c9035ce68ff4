"""Lengths of films, as people type them."""

from django.test import SimpleTestCase

from blog.lib.durations import format_minutes, parse_minutes


class ParseMinutesTests(SimpleTestCase):
    def test_what_is_no_length_is_refused(self):
        for text in ("", " ", "soon", "0", "0h0", "-5", "1h75", "1.5h", "90 seconds", "9" * 9):
            with self.subTest(text=text), self.assertRaises(ValueError):
                parse_minutes(text)

    def test_what_people_type_is_understood(self):
        for text, minutes in (
            ("90", 90),
            ("90 min", 90),
            ("90m", 90),
            ("89′", 89),
            ("1h30", 90),
            ("1h30m", 90),
            ("1h 30", 90),
            ("1 h 30 min", 90),
            ("1 h 30 min.", 90),
            ("1:30", 90),
            ("1H30", 90),
            ("2 hours", 120),
            ("2 h 5", 125),
            ("  1  h   5   min ", 65),
            ("1 hour 1 minutes", 61),
        ):
            with self.subTest(text=text):
                self.assertEqual(parse_minutes(text), minutes)

    def test_what_is_printed_can_be_read_again(self):
        for minutes in (1, 45, 60, 89, 90, 125, 600):
            with self.subTest(minutes=minutes):
                self.assertEqual(parse_minutes(format_minutes(minutes)), minutes)

    def test_hours_stand_apart_from_minutes(self):
        self.assertEqual(format_minutes(45), "45 min")
        self.assertEqual(format_minutes(89), "1 h 29 min")
        self.assertEqual(format_minutes(120), "2 h")
