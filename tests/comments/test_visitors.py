"""Visitors are told apart for a day, and then by nobody."""

from datetime import UTC, datetime

from django.test import TestCase

from blog.comments.models import VisitorSalt
from blog.comments.visitors import forget_old_salts, hash_visitor
from blog.lib import timed

MORNING = datetime(2026, 11, 22, 8, tzinfo=UTC)
EVENING = datetime(2026, 11, 22, 20, tzinfo=UTC)
NEXT_DAY = datetime(2026, 11, 23, 8, tzinfo=UTC)


class VisitorTests(TestCase):
    def test_nothing_known_is_nothing_hashed(self):
        self.assertEqual(hash_visitor(""), "")
        self.assertFalse(VisitorSalt.objects.exists())

    def test_a_visitor_is_the_same_for_a_day_and_no_longer(self):
        morning = hash_visitor("203.0.113.0/24 Firefox", MORNING)
        self.assertEqual(hash_visitor("203.0.113.0/24 Firefox", EVENING), morning)
        self.assertNotEqual(hash_visitor("203.0.113.0/24 Firefox", NEXT_DAY), morning)
        self.assertNotEqual(hash_visitor("203.0.113.0/24 Safari", MORNING), morning)

    def test_salts_go_after_48_hours_and_with_them_what_they_could_tell(self):
        before = hash_visitor("someone", MORNING)
        hash_visitor("someone", NEXT_DAY)
        self.assertEqual(forget_old_salts(datetime(2026, 11, 23, 23, 59, tzinfo=UTC)), 0)
        self.assertEqual(forget_old_salts(datetime(2026, 11, 24, 0, 0, tzinfo=UTC)), 1)
        self.assertEqual(VisitorSalt.objects.get().day, NEXT_DAY.date())
        self.assertNotEqual(hash_visitor("someone", MORNING), before)

    def test_the_worker_does_it(self):
        self.assertIn(forget_old_salts, [job.func for job in timed.registered()])
