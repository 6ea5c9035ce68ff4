"""What `serve --setup` does before it serves."""

from django.core.management.base import BaseCommand

from blog.lib.database import failing_in_a_sentence
from home.first_start import set_up


class Command(BaseCommand):
    help = (
        "Migrates the database, lays out the pages, gathers styles and scripts, and makes the "
        "owner's account; running it again changes nothing."
    )
    # They import every form of the admin, which takes as long as the rest of a start.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-demo",
            action="store_true",
            help="Leave an empty journal empty. One that holds pages never gets the demo.",
        )

    def handle(self, *args, no_demo, **options):
        with failing_in_a_sentence():
            set_up(self.stdout.write, demo=not no_demo)
