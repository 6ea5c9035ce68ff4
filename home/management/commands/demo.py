"""The demo journal, for a first look and for trying things out."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from blog.lib.database import failing_in_a_sentence, refuse_unmigrated
from home.demo.content import ContentError
from home.demo.load import load_demo


class Command(BaseCommand):
    help = "Loads the demo journal and four accounts; running it again changes nothing."

    def handle(self, *args, **options):
        refuse_unmigrated()
        try:
            with failing_in_a_sentence():
                loaded = load_demo()
        except ContentError as error:
            raise CommandError(str(error)) from None
        if loaded.made:
            counts = ", ".join(f"{name} {count}" for name, count in sorted(loaded.made.items()))
            self.stdout.write(f"The demo journal is loaded: {counts}.")
        else:
            self.stdout.write("The demo journal is there already; nothing was changed.")
        if loaded.accounts:
            # A password made up is printed once: only its hash is kept.
            shown = loaded.password or "the password that DEMO_PASSWORD gives"
            emails = " or ".join(loaded.accounts)
            self.stdout.write(f"Sign in at {settings.SITE_URL}/admin/ as {emails} with {shown}")
