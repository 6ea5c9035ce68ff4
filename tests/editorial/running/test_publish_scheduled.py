"""The command has Wagtail's name, our runner, and words for what it did."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.test import TestCase
from wagtail.signals import page_published

from home.setup import lay_out_journal
from tests.editorial.schedules import add_page, minutes_ago, publications, schedule


class PublishScheduledTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = lay_out_journal().home
        cls.page = add_page(cls.home, "Due")
        schedule(cls.page, minutes_ago(1))

    def run_command(self, *options):
        output = StringIO()
        call_command("publish_scheduled", *options, stdout=output)
        return output.getvalue()

    def test_it_takes_the_place_of_wagtails_own(self):
        self.assertEqual(get_commands()["publish_scheduled"], "blog.editorial")

    def test_dry_run_lists_and_changes_nothing(self):
        for option in ("--dry-run", "--dryrun"):
            output = self.run_command(option)
            self.assertIn("“Due”", output)
            self.assertIn("1 to publish, 0 to expire.", output)
        self.assertEqual(publications(self.page), 0)

    def test_summary_says_what_was_done(self):
        output = self.run_command()
        self.assertIn("Published: page", output)
        self.assertIn("1 published, 0 expired.", output)
        self.assertEqual(self.run_command(), "0 published, 0 expired.\n")

    def test_failure_is_told_and_the_exit_code_says_so(self):
        def refuse(**kwargs):
            raise ValueError("The slug is taken.")

        page_published.connect(refuse)
        self.addCleanup(page_published.disconnect, refuse)
        with (
            self.assertLogs("blog.editorial.running.run", "ERROR"),
            pytest.raises(CommandError, match="1 failed; they are tried again"),
        ):
            self.run_command()
