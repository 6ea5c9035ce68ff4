"""Tests that commit for real, and put the ground back for those that come after them."""

from django.db import connection
from django.test import TransactionTestCase


class CommittingTestCase(TransactionTestCase):
    """A TransactionTestCase that may run before any other test.

    Django empties every table afterwards and counts on running these last; with several
    processes they may not be, and Wagtail cannot do without its root page.
    """

    serialized_rollback = True

    def _fixture_teardown(self):
        super()._fixture_teardown()
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
