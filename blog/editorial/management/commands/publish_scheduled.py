"""Wagtail's own name for it, with our safe runner behind."""

from django.core.management.base import BaseCommand, CommandError

from blog.editorial.running.due import due_expiries, due_publications
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
            self.run(dry_run)

    def run(self, dry_run):
        if dry_run:
            self.write("To publish", publications := due_publications())
            self.write("To expire", expiries := due_expiries())
            self.stdout.write(f"{len(publications)} to publish, {len(expiries)} to expire.")
            return
        summary = run_due()
        self.write("Published", summary.published)
        self.write("Expired", summary.expired)
        done = f"{len(summary.published)} published, {len(summary.expired)} expired"
        if summary.failed:
            self.write("Failed", [f"{item}: {reason}" for item, reason in summary.failed])
            raise CommandError(f"{done}, {len(summary.failed)} failed; they are tried again.")
        self.stdout.write(f"{done}.")

    def write(self, word, items):
        for item in items:
            self.stdout.write(f"{word}: {item}")
