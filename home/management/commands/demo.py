"""The demo journal, for a first look and for trying things out."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo.content import ContentError
from home.demo.load import load_demo

ACCOUNTS = "owner@example.org (or editor@, moderator@, author@example.org)"


class Command(BaseCommand):
    help = "Loads the demo journal and four accounts; running it again changes nothing."

    def handle(self, *args, **options):
        try:
            made, password = load_demo()
        except ContentError as error:
            raise CommandError(str(error)) from None
        if made:
            counts = ", ".join(f"{count} {name}" for name, count in sorted(made.items()))
            self.stdout.write(f"The demo journal is loaded: {counts}.")
        else:
            self.stdout.write("The demo journal is there already; nothing was changed.")
        if password:
            # Printed once: only its hash is kept.
            self.stdout.write(
                f"Sign in at {settings.SITE_URL}/admin/ as {ACCOUNTS} with {password}"
            )
