"""Local times of a whole year in five zones: what each of them is, and what a form makes of it."""

import zoneinfo
from collections import defaultdict
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import SimpleTestCase

from blog.lib.zones import DoubledTimeError, NonexistentTimeError, to_instant
from blog.scheduling.fields import ZonedDateTimeField, name_instant

pytestmark = pytest.mark.once

YEAR, STEP = 2027, timedelta(minutes=15)
BEGIN, END = datetime(YEAR, 1, 1), datetime(YEAR + 1, 1, 1)
# Clocks go forward at 1, at 2, at midnight, by half an hour, and back first for a month of fasting.
ZONES = (
    "Europe/Lisbon",
    "America/New_York",
    "America/Santiago",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
)
# zone, what is written, the instant in UTC; None: it does not exist; a pair: it comes twice.
TABLE = [
    ("Europe/Lisbon", "2027-03-28 00:59", "2027-03-28T00:59Z"),
    ("Europe/Lisbon", "2027-03-28 01:00", None),
    ("Europe/Lisbon", "2027-03-28 01:59", None),
    ("Europe/Lisbon", "2027-03-28 02:00", "2027-03-28T01:00Z"),
    ("Europe/Lisbon", "2027-10-31 00:59", "2027-10-30T23:59Z"),
    ("Europe/Lisbon", "2027-10-31 01:30", ("2027-10-31T00:30Z", "2027-10-31T01:30Z")),
    ("Europe/Lisbon", "2027-10-31 02:00", "2027-10-31T02:00Z"),
    ("America/New_York", "2027-03-14 02:30", None),
    ("America/New_York", "2027-03-14 03:00", "2027-03-14T07:00Z"),
    ("America/New_York", "2027-11-07 01:00", ("2027-11-07T05:00Z", "2027-11-07T06:00Z")),
    ("America/New_York", "2027-11-07 02:00", "2027-11-07T07:00Z"),
    ("America/Santiago", "2027-04-03 23:30", ("2027-04-04T02:30Z", "2027-04-04T03:30Z")),
    ("America/Santiago", "2027-09-05 00:00", None),
    ("America/Santiago", "2027-09-05 01:00", "2027-09-05T04:00Z"),
    ("Australia/Lord_Howe", "2027-04-04 01:45", ("2027-04-03T14:45Z", "2027-04-03T15:15Z")),
    ("Australia/Lord_Howe", "2027-10-03 02:15", None),
    ("Australia/Lord_Howe", "2027-10-03 02:30", "2027-10-02T15:30Z"),
    ("Africa/Casablanca", "2027-02-07 02:30", ("2027-02-07T01:30Z", "2027-02-07T02:30Z")),
    ("Africa/Casablanca", "2027-03-14 02:30", None),
    ("Africa/Casablanca", "2027-03-14 03:00", "2027-03-14T02:00Z"),
]


def quarters(begin, end):
    while begin < end:
        yield begin
        begin += STEP


class YearTests(SimpleTestCase):
    def test_every_quarter_of_an_hour_of_a_year(self):
        """Against the clocks themselves: which instants show a local time, if any does."""
        for name in ZONES:
            zone = zoneinfo.ZoneInfo(name)
            shown, seen = defaultdict(list), {"gap": 0, "doubled": 0}
            margin = timedelta(days=1)
            for naive in quarters(BEGIN - margin, END + margin):
                instant = naive.replace(tzinfo=UTC)
                shown[instant.astimezone(zone).replace(tzinfo=None)].append(instant)
            with self.subTest(zone=name):
                for naive in quarters(BEGIN, END):
                    self.check(naive, zone, shown[naive], seen)
                self.assertGreater(seen["gap"], 0)
                self.assertGreater(seen["doubled"], 0)

    def check(self, naive, zone, instants, seen):
        if not instants:
            seen["gap"] += 1
            with self.assertRaises(NonexistentTimeError) as caught:
                to_instant(naive, zone)
            self.check_gap(naive, caught.exception)
        elif len(instants) == 2:
            seen["doubled"] += 1
            with self.assertRaises(DoubledTimeError):
                to_instant(naive, zone)
            chosen = [to_instant(naive, zone, fold=fold) for fold in (0, 1)]
            self.assertEqual([one.astimezone(UTC) for one in chosen], instants)
        else:
            self.assertEqual(to_instant(naive, zone).astimezone(UTC), instants[0])

    def check_gap(self, naive, error):
        """The offers stand on both sides of the gap, a minute apart, and exist themselves."""
        before, after = error.before, error.after
        self.assertLess(before.replace(tzinfo=None), naive)
        self.assertGreater(after.replace(tzinfo=None), naive)
        self.assertEqual(after.astimezone(UTC) - before.astimezone(UTC), timedelta(minutes=1))
        for offer in (before, after):
            local = offer.replace(tzinfo=None)
            self.assertEqual(to_instant(local, offer.tzinfo, fold=offer.fold), offer)


class TableTests(SimpleTestCase):
    def field(self, zone, answer=""):
        field = ZonedDateTimeField()
        field.zone, field.answer = zoneinfo.ZoneInfo(zone), answer
        return field

    def test_what_a_form_makes_of_it(self):
        for zone, written, expected in TABLE:
            with self.subTest(zone=zone, written=written):
                if expected is None:
                    self.refuse(zone, written, "nonexistent")
                elif isinstance(expected, tuple):
                    self.refuse(zone, written, "doubled")
                    choices = [name for name, _ in self.field(zone).doubled_choices(written)]
                    self.assertEqual(tuple(choices), expected)
                    for answer in expected:
                        cleaned = self.field(zone, answer).clean(written)
                        self.assertEqual(name_instant(cleaned), answer)
                else:
                    self.assertEqual(name_instant(self.field(zone).clean(written)), expected)

    def refuse(self, zone, written, code):
        with self.assertRaises(ValidationError) as caught:
            self.field(zone, answer="2027-06-01T00:00Z").clean(written)
        self.assertEqual(caught.exception.code, code)

    def test_what_was_stored_comes_back_as_it_was_written(self):
        for zone, written, expected in TABLE:
            for name in expected if isinstance(expected, tuple) else (expected,):
                if name:
                    instant = datetime.fromisoformat(name)
                    shown = self.field(zone).prepare_value(instant)
                    self.assertEqual(f"{shown:%Y-%m-%d %H:%M}", written)
