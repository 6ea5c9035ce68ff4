"""Who gets what at every address: the table is `table.csv`, and no route may be missing from it.

Columns: method, address with names of `people.make_things` in braces, and one column for each role:
ok; sign in (sent to the sign-in page); refused (403, or sent to the admin); none (404);
moved (sent elsewhere); no such method (405); or the number of another status.
Bulk actions send everyone back to the list: what they may change stands in `test_bulk.py`.
"""

import contextlib
import csv
from pathlib import Path
from unittest.mock import patch

from django.conf import settings
from django.db import transaction
from django.test import Client, SimpleTestCase, TestCase
from wagtail.admin.icons import get_icon_sprite_hash

from .people import make_people, make_things, outcome
from .routes import all_routes, route_of

TABLE = Path(__file__).with_name("table.csv")
HEADERS = {"host": "127.0.0.1:8000"}
NO_DRAWING = patch("django.template.backends.django.Template.render", return_value="")
# Wagtail's own, only there while debugging or testing.
NOT_ASKED = {"admin/failwhale/", "admin/test404/"}


def read_table():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class NumbersForNames(dict):
    """Any number for any name: which route an address takes does not depend on it."""

    def __missing__(self, name):
        return "1"


def sign_in(user):
    """Return the key of a session that `user` has begun."""
    client = Client()
    client.force_login(user)
    return client.session.session_key


class CompletenessTests(SimpleTestCase):
    def test_every_route_stands_in_the_table(self):
        asked = {route_of(row["address"].format_map(NumbersForNames())) for row in read_table()}
        self.assertEqual(sorted(all_routes() - asked - NOT_ASKED), [])

    def test_no_row_stands_twice(self):
        rows = [(row["method"], row["address"]) for row in read_table()]
        self.assertEqual(len(rows), len(set(rows)))


class TableTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.people = make_people()
        cls.things = make_things(cls.people)
        cls.sessions = {role: sign_in(user) for role, user in cls.people.items() if user}
        # The process draws the icons once and keeps them: no empty ones for the tests after these.
        get_icon_sprite_hash()

    def check(self, role):
        surprises = []
        # Each page is drawn once; to the others only the decision matters, which is quicker.
        with contextlib.nullcontext() if role == "owner" else NO_DRAWING:
            for row in read_table():
                got = self.ask(role, row["method"], row["address"].format_map(self.things))
                if got != row[role]:
                    surprises.append(f"{row['method']} {row['address']}: {got}, not {row[role]}")
        self.assertEqual(surprises, [], "\n".join(surprises))

    def ask(self, role, method, address):
        """Return the outcome for someone in this role; whatever the request changed is undone."""
        with transaction.atomic():
            self.client.cookies.clear()
            if self.people[role]:
                self.client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[role]
            response = self.client.generic(method, address, headers=HEADERS)
            transaction.set_rollback(True)
        return outcome(response)

    def test_anonymous(self):
        self.check("anonymous")

    def test_author(self):
        self.check("author")

    def test_editor(self):
        self.check("editor")

    def test_moderator(self):
        self.check("moderator")

    def test_owner(self):
        self.check("owner")
