"""The command has Wagtail's name, our runner, and words for what it did."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.test import TestCase
from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import page_published

from blog.editorial.models import Heartbeat
from blog.editorial.running.state import get_timer_state
from home.setup import lay_out_journal
from tests.editorial.schedules import add_page, minutes_ago, publications, schedule
from tests.factories.posts import make_post


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
            self.assertIn("1 to publish, 0 to expire. Nothing is scheduled after that.", output)
        self.assertEqual(publications(self.page), 0)
        self.assertFalse(Heartbeat.objects.exists())

    def test_summary_says_what_was_done(self):
        output = self.run_command()
        self.assertIn("Published: page", output)
        self.assertIn("1 published, 0 expired. Nothing is scheduled after that.\n", output)
        self.assertIn("0 published, 0 expired.", self.run_command())

    def test_it_is_a_sign_of_life_where_cron_runs_it_alone(self):
        self.run_command()
        self.assertFalse(get_timer_state().is_silent)

    def test_summary_says_what_comes_next(self):
        moment = timezone.now().replace(microsecond=0) + timedelta(days=3)
        ends = add_page(self.home, "Ends", live=True)
        ends.expire_at = moment
        ends.save_revision().publish()
        schedule(add_page(self.home, "Later"), moment + timedelta(days=1))
        self.assertIn(f"Next: {moment:%Y-%m-%d %H:%M} UTC.", self.run_command())

    def test_summary_tells_what_left_the_lists_and_what_was_dropped(self):
        post = make_post(lay_out_journal().journal, "Unlisted one")
        post.expire_at, post.expires_to = minutes_ago(1), post.End.UNLISTED
        post.save_revision(clean=False).publish()
        Revision.objects.filter(pk=self.page.latest_revision_id).update(object_id="999999")
        with self.assertLogs("blog.editorial.running.publishing", "WARNING"):
            output = self.run_command()
        self.assertRegex(output, "Left the lists: page .*“Unlisted one”")
        self.assertIn("0 published, 0 expired, 1 unlisted, 1 dropped.", output)

    def test_failure_is_told_and_the_exit_code_says_so(self):
        def refuse(**kwargs):
            raise ValueError("The slug is taken.")

        page_published.connect(refuse)
        self.addCleanup(page_published.disconnect, refuse)
        with (
            self.assertLogs("blog.editorial.running.run", "ERROR"),
            pytest.raises(CommandError, match="1 failed; what failed is tried again"),
        ):
            self.run_command()
