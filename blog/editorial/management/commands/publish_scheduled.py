"""Wagtail's own name for it, with our safe runner behind."""

from django.core.management.base import BaseCommand, CommandError

from blog.editorial.models import Heartbeat
from blog.editorial.running.due import due_expiries, due_publications, get_next_due
from blog.editorial.running.run import run_due
from blog.lib.database import failing_in_a_sentence, refuse_unmigrated


class Command(BaseCommand):
    help = "Publishes and expires the pages and snippets whose time has come."

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run",
            "--dryrun",
            action="store_true",
            dest="dry_run",
            help="List what is due and change nothing.",
        )

    def handle(self, *args, dry_run, **options):
        refuse_unmigrated()
        with failing_in_a_sentence():
            if dry_run:
                self.list_due()
            else:
                self.run_due()

    def list_due(self):
        self.write("To publish", publications := due_publications())
        self.write("To expire", expiries := due_expiries())
        self.stdout.write(
            f"{len(publications)} to publish, {len(expiries)} to expire. {describe_next()}"
        )

    def run_due(self):
        # Where cron runs this and no worker, it is the timer.
        Heartbeat.objects.beat()
        summary = run_due()
        self.write("Published", summary.published)
        self.write("Expired", summary.expired)
        self.write("Left the lists", summary.unlisted)
        self.write("Dropped, as something newer was published or it is gone", summary.dropped)
        if summary.failed:
            self.write("Failed", [f"{item}: {reason}" for item, reason in summary.failed])
            raise CommandError(f"{summary.counts}; what failed is tried again.")
        self.stdout.write(f"{summary.counts}. {describe_next()}")

    def write(self, word, items):
        for item in items:
            self.stdout.write(f"{word}: {item}")


def describe_next():
    """Return a sentence about what comes next."""
    moment = get_next_due()
    return f"Next: {moment:%Y-%m-%d %H:%M} UTC." if moment else "Nothing is scheduled after that."
