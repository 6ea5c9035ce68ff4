"""/health/ says whether the journal can serve, and in words why not."""

from datetime import timedelta
from unittest import mock

import time_machine
from django.db import DatabaseError
from django.test import TestCase
from django.utils import timezone

from blog.editorial.models import Heartbeat


class HealthTests(TestCase):
    def ask(self):
        response = self.client.get("/health/")
        return response.status_code, response.json()

    def test_living_journal_is_well(self):
        Heartbeat.objects.beat()
        self.assertEqual(self.ask(), (200, {"status": "ok", "problems": []}))

    def test_answer_is_never_kept(self):
        self.assertIn("no-store", self.client.get("/health/").headers["Cache-Control"])

    def test_timed_work_that_never_ran(self):
        status, answer = self.ask()
        self.assertEqual((status, answer["status"]), (503, "failing"))
        self.assertIn("has never run", answer["problems"][0])

    def test_timed_work_that_went_silent(self):
        Heartbeat.objects.beat()
        with time_machine.travel(timezone.now() + timedelta(seconds=119), tick=False):
            self.assertEqual(self.ask()[0], 200)
        with time_machine.travel(timezone.now() + timedelta(seconds=125), tick=False):
            status, answer = self.ask()
        self.assertEqual(status, 503)
        self.assertIn("silent for 125 seconds", answer["problems"][0])

    def test_database_that_does_not_answer(self):
        with mock.patch("home.health.connection.cursor", side_effect=DatabaseError("secret")):
            status, answer = self.ask()
        self.assertEqual((status, answer["problems"]), (503, ["The database does not answer."]))

    def test_database_of_an_older_version(self):
        with mock.patch("home.health.is_migrated", return_value=False):
            status, answer = self.ask()
        self.assertEqual(status, 503)
        self.assertIn("older than the program", answer["problems"][0])

    def test_folder_of_pictures_that_cannot_be_written(self):
        Heartbeat.objects.beat()
        with mock.patch("home.health.tempfile.TemporaryFile", side_effect=OSError):
            status, answer = self.ask()
        self.assertEqual(status, 503)
        self.assertIn("cannot be written to", answer["problems"][0])
