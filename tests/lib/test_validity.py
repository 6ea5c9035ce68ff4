"""What is drawn for a request says until when it is true."""

from datetime import timedelta

from django.test import RequestFactory, SimpleTestCase
from django.utils import timezone

from blog.lib.validity import get_validity_end, limit_validity


class ValidityTests(SimpleTestCase):
    def setUp(self):
        self.request = RequestFactory().get("/")
        self.now = timezone.now()

    def test_nothing_noted_is_no_end(self):
        limit_validity(self.request, None)
        limit_validity(None, self.now + timedelta(days=1))
        limit_validity(self.request, self.now - timedelta(days=1))
        self.assertIsNone(get_validity_end(self.request))

    def test_the_earliest_moment_counts(self):
        for days in (3, 1, 2, -1):
            limit_validity(self.request, self.now + timedelta(days=days))
        self.assertEqual(get_validity_end(self.request), self.now + timedelta(days=1))
