"""Shifting everything after a day: what would move, what does, and what is refused."""

import time_machine
from django.test import TestCase
from django.urls import reverse
from wagtail.users.models import UserProfile

from blog.editorial.models import PostIdea
from blog.editorial.moving import MoveRefusedError, find_shifts, shift

from .ground import NOW, Journal, approved, at, in_lisbon, planned_date


@time_machine.travel(NOW, tick=False)
class ShiftTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        with time_machine.travel(NOW, tick=False):
            cls.journal = Journal()
            profile = UserProfile.get_for_user(cls.journal.editor)
            profile.current_time_zone = "Europe/Lisbon"
            profile.save()
            cls.on_the_day = cls.journal.draft("On the day", go_live_at=at(10, 23))
            cls.wish = cls.journal.draft("Wish", go_live_at=at(24, 9))
            cls.own = cls.journal.draft("Own", go_live_at=at(26, 1, 30), owner=cls.journal.author)
            cls.scheduled = cls.journal.scheduled(when=at(25))
            cls.idea = cls.journal.idea(planned_on=at(27).date())
            cls.day = at(10).date()

    def setUp(self):
        self.client.force_login(self.journal.editor)

    def dates(self):
        return [
            planned_date(self.on_the_day)[0],
            planned_date(self.wish)[0],
            planned_date(self.own)[0],
            approved(self.scheduled),
            PostIdea.objects.get(pk=self.idea.pk).planned_on,
        ]

    def shift(self, days, by=None, after=None, **options):
        with in_lisbon():
            return shift(after or self.day, days, by or self.journal.editor, **options)

    def test_people_shift_what_they_may_move_and_no_more(self):
        self.assertEqual(self.shift(7, self.journal.moderator), ([], []))
        moved, left = self.shift(7, self.journal.author, with_scheduled=True)
        self.assertEqual(([one.title for one in moved], left), (["Own"], []))

    def test_no_day_and_too_many_are_refused(self):
        for days in (0, 4000, -4000):
            with self.subTest(days), self.assertRaises(MoveRefusedError):
                self.shift(days)

    def test_nothing_moves_when_one_thing_would_land_in_the_past(self):
        before = self.dates()
        with self.assertRaisesMessage(MoveRefusedError, "“Wish”"):
            self.shift(-24)
        self.assertEqual(self.dates(), before)

    def test_clock_times_stay_where_the_clocks_change(self):
        # On 28 March there is no half past one in Lisbon, and after it nine is an hour earlier.
        moved, left = self.shift(2)
        self.assertEqual(self.dates(), [at(10, 23), at(26), at(28, 2), at(25), at(29).date()])
        self.shift(7)
        self.assertEqual(planned_date(self.wish)[0].isoformat(), "2027-04-02T08:00:00+00:00")
        self.assertEqual(left, [])
        self.assertEqual(len(moved), 3)

    def test_the_bent_one_is_named_beforehand(self):
        with in_lisbon():
            bent = [
                one.entry.title
                for one in find_shifts(self.day, 2, self.journal.editor)
                if one.is_bent
            ]
        self.assertEqual(bent, ["Own"])

    def test_scheduled_ones_move_when_asked(self):
        self.shift(1, with_scheduled=True)
        self.assertEqual(approved(self.scheduled), at(26))
        self.assertEqual(planned_date(self.scheduled), (at(26), at(26)))

    def test_what_cannot_move_stays_with_a_sentence(self):
        self.wish.locked, self.wish.locked_by = True, self.journal.author
        self.wish.save()
        moved, left = self.shift(1)
        self.assertEqual(len(moved), 2)
        self.assertIn("“Wish” is locked", left[0])

    def test_the_form_shows_first_and_moves_after_a_yes(self):
        address = reverse("editorial_shift")
        answer = self.client.get(address, {"after": "2027-03-10", "days": "7"})
        self.assertContains(answer, "Wed 31 Mar 2027, 09:00 Europe/Lisbon")
        self.assertContains(answer, 'name="with_scheduled"')
        data = {"after": "2027-03-10", "days": "7", "expected": answer.context["expected"]}
        before = self.dates()
        for wrong in ({"days": "x"}, {"days": "0"}, {"after": "\0"}, {"expected": "other"}):
            response = self.client.post(address, data | wrong)
            self.assertEqual(response.status_code, 422, wrong)
        self.assertEqual(self.dates(), before)
        self.assertEqual(self.client.post(address, data).status_code, 303)
        self.assertEqual(planned_date(self.wish)[0], at(31))
        self.assertEqual(approved(self.scheduled), at(25))
        # The same form again finds that it is no longer so.
        self.assertEqual(self.client.post(address, data).status_code, 422)

    def test_nonsense_in_the_address_is_forgiven(self):
        for query in ({"after": "\0", "days": "\0"}, {"after": "9999-12-31", "days": "3650"}):
            response = self.client.get(reverse("editorial_shift"), query)
            self.assertEqual(response.status_code, 422)
