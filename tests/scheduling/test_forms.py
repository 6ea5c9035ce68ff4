"""Times in forms, by the clock of a zone that somebody chose."""

from datetime import UTC, datetime
from unittest import mock

from django import forms
from django.test import SimpleTestCase
from django.utils import timezone

from blog.lib import zones
from blog.scheduling.fields import ZonedDateTimeField
from blog.scheduling.forms import ZonedTimesMixin

LISBON = "Europe/Lisbon"


class MoveForm(ZonedTimesMixin, forms.Form):
    at = ZonedDateTimeField(label="When")


class ZonedFormTests(SimpleTestCase):
    def setUp(self):
        for manager in (
            mock.patch.dict(zones._ask, {"site zone": lambda: LISBON}),
            timezone.override(LISBON),
        ):
            manager.__enter__()
            self.addCleanup(manager.__exit__, None, None, None)

    def clean(self, **data):
        form = MoveForm(data)
        self.assertTrue(form.is_valid(), form.errors)
        return form.cleaned_data["at"]

    def get_error(self, at, **data):
        form = MoveForm({"at": at} | data)
        self.assertFalse(form.is_valid())
        [error] = form.errors["at"]
        return error

    def test_what_is_no_time_is_refused_with_what_was_found(self):
        cases = [
            ("tomorrow", "“tomorrow” is no date with a time."),
            ("2027-13-40 09:00", "“2027-13-40 09:00” is no date with a time."),
            ("\0", "“” is no date with a time."),
            ("2027-03-08\0 09:00", "“2027-03-08 09:00” is no date with a time."),
            ("🎬", "“🎬” is no date with a time."),
            ("\u202e00:90", "“00:90” is no date with a time."),
            ("غدا", "“غدا” is no date with a time."),
            ("1" * 100_000, f"“{'1' * 40}…” is no date with a time."),
            ("9999-12-31 23:59", None),
        ]
        for written, expected in cases:
            with self.subTest(written=written[:20]):
                error = self.get_error(written, schedule_zone="America/New_York")
                self.assertIn("Write it as 2027-03-08 09:00.", error)
                if expected:
                    self.assertIn(expected, error)

    def test_a_year_that_no_zone_could_name_is_refused(self):
        for written in ("0001-01-01T00:00Z", "9999-12-31 23:59", "1899-01-01 09:00"):
            with self.subTest(written=written):
                error = self.get_error(written, schedule_zone="UTC")
                self.assertEqual(error, "Choose a year between 1900 and 2199.")

    def test_an_empty_one_is_asked_for(self):
        self.assertEqual(self.get_error(""), "This field is required.")

    def test_a_zone_that_is_none_is_refused(self):
        for zone in ("Mars/Olympus", "../etc/passwd", "\0", "x" * 10_000):
            form = MoveForm({"at": "2027-03-08 09:00", "schedule_zone": zone})
            self.assertFalse(form.is_valid())
            self.assertEqual(form.errors["schedule_zone"], ["Choose a time zone from the list."])

    def test_without_a_zone_it_is_the_persons_own(self):
        expected = datetime(2027, 6, 8, 8, 0, tzinfo=UTC)
        self.assertEqual(self.clean(at="2027-06-08 09:00"), expected)
        with timezone.override("Asia/Tokyo"):
            expected = datetime(2027, 6, 8, 0, 0, tzinfo=UTC)
            self.assertEqual(self.clean(at="2027-06-08 09:00"), expected)

    def test_another_zone_is_one_select(self):
        expected = datetime(2027, 6, 8, 13, 0, tzinfo=UTC)
        cleaned = self.clean(at="2027-06-08 09:00", schedule_zone="America/New_York")
        self.assertEqual(cleaned, expected)

    def test_the_first_choices_are_ones_own_and_the_journals(self):
        with timezone.override("Asia/Tokyo"):
            choices = list(MoveForm().fields["schedule_zone"].choices)
            self.assertEqual([name for name, _ in choices[0][1]], ["Asia/Tokyo", LISBON, "UTC"])
            self.assertEqual(MoveForm()["schedule_zone"].value(), "Asia/Tokyo")

    def test_a_gap_is_refused_with_the_nearest_times(self):
        error = self.get_error("2027-03-28 01:30")
        self.assertIn("There is no 01:30 on that day in Europe/Lisbon", error)
        self.assertIn("Sun 28 Mar 2027, 00:59 and Sun 28 Mar 2027, 02:00.", error)

    def test_a_doubled_time_is_asked_about_once(self):
        form = MoveForm({"at": "2027-10-31 01:30"})
        self.assertFalse(form.is_valid())
        self.assertIn("01:30 comes twice on that day", form.errors["at"][0])
        self.assertEqual(form["at"].value(), "2027-10-31 01:30")
        html = str(form["at_which"])
        self.assertIn("01:30 before the clocks go back (UTC+1)", html)
        self.assertIn("01:30 after the clocks go back (UTC+0)", html)
        cleaned = self.clean(at="2027-10-31 01:30", at_which="2027-10-31T01:30Z")
        self.assertEqual(cleaned, datetime(2027, 10, 31, 1, 30, tzinfo=UTC))

    def test_no_other_time_asks(self):
        for data in (None, {}, {"at": "2027-10-31 02:30"}, {"at": "nonsense"}):
            self.assertNotIn("at_which", MoveForm(data).fields)

    def test_an_answer_to_another_time_is_none(self):
        for answer in ("2026-10-25T00:30Z", "first", "", "\0"):
            error = self.get_error("2027-10-31 01:30", at_which=answer)
            self.assertIn("comes twice", error)

    def test_a_stored_answer_is_not_asked_for_again(self):
        stored = datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
        form = MoveForm(initial={"at": stored})
        self.assertEqual(form["at_which"].value(), "2027-10-31T01:30Z")
        self.assertEqual(f"{form['at'].value():%H:%M}", "01:30")

    def test_what_names_its_offset_itself_is_taken_at_its_word(self):
        expected = datetime(2027, 3, 8, 7, 0, tzinfo=UTC)
        self.assertEqual(self.clean(at="2027-03-08T09:00+02:00"), expected)

    def test_the_same_instant_by_another_clock_is_no_change(self):
        stored = datetime(2027, 3, 8, 9, 0, tzinfo=UTC)
        data = {"at": "2027-03-08 18:00", "schedule_zone": "Asia/Tokyo"}
        self.assertFalse(MoveForm(data, initial={"at": stored}).has_changed())
        data["schedule_zone"] = LISBON
        self.assertTrue(MoveForm(data, initial={"at": stored}).has_changed())
