"""Instants in words."""

import zoneinfo
from datetime import UTC, datetime, timedelta

from django.test import SimpleTestCase
from django.utils import translation

from blog.scheduling.wording import clock_in_words, until_in_words, when_in_words

LISBON, TOKYO = zoneinfo.ZoneInfo("Europe/Lisbon"), zoneinfo.ZoneInfo("Asia/Tokyo")
NOW = datetime(2027, 3, 5, 9, 0, tzinfo=UTC)


class WordingTests(SimpleTestCase):
    def test_date_time_and_zone(self):
        instant = datetime(2027, 3, 8, 9, 0, tzinfo=UTC)
        self.assertEqual(when_in_words(instant, LISBON), "Mon 8 Mar 2027, 09:00 Europe/Lisbon")
        self.assertEqual(when_in_words(instant, TOKYO), "Mon 8 Mar 2027, 18:00 Asia/Tokyo")
        self.assertEqual(when_in_words(instant, LISBON, with_zone=False), "Mon 8 Mar 2027, 09:00")
        self.assertEqual(when_in_words(instant, UTC), "Mon 8 Mar 2027, 09:00 UTC")

    def test_days_and_months_follow_the_language(self):
        instant = datetime(2027, 3, 8, 9, 0, tzinfo=UTC)
        with translation.override("de"):
            self.assertEqual(when_in_words(instant, LISBON), "Mo 8 Mär 2027, 09:00 Europe/Lisbon")

    def test_a_time_that_comes_twice_is_told_apart(self):
        first = datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
        self.assertEqual(
            when_in_words(first, LISBON), "Sun 31 Oct 2027, 01:30 (UTC+1) Europe/Lisbon"
        )
        second = first + timedelta(hours=1)
        self.assertEqual(
            when_in_words(second, LISBON), "Sun 31 Oct 2027, 01:30 (UTC+0) Europe/Lisbon"
        )

    def test_another_clock_names_its_day_only_where_it_is_another(self):
        instant = datetime(2027, 3, 8, 9, 0, tzinfo=UTC)
        self.assertEqual(clock_in_words(instant, LISBON, TOKYO), "09:00 Europe/Lisbon")
        late = datetime(2027, 3, 8, 20, 0, tzinfo=UTC)
        self.assertEqual(clock_in_words(late, LISBON, TOKYO), "Mon 8 Mar 2027, 20:00 Europe/Lisbon")

    def test_how_long_it_is(self):
        cases = [
            (timedelta(seconds=20), "within a minute"),
            (timedelta(minutes=1), "in 1 minute"),
            (timedelta(minutes=89), "in 89 minutes"),
            (timedelta(hours=2), "in 2 hours"),
            (timedelta(hours=35), "in 35 hours"),
            (timedelta(days=2, hours=23), "in 3 days"),
            (timedelta(days=59), "in 59 days"),
            (timedelta(days=90), "in 3 months"),
            (timedelta(days=900), "in 2 years"),
            (timedelta(seconds=-20), "just now"),
            (timedelta(days=-3), "3 days ago"),
        ]
        for distance, words in cases:
            with self.subTest(distance=distance):
                self.assertEqual(until_in_words(NOW + distance, NOW), words)
