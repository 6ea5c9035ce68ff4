"""Everything that is kept about an e-mail address, for whoever asks the owner for it."""

import json
import os
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from blog.comments.privacy.exporting import export_reader
from blog.lib.database import failing_in_a_sentence, refuse_unmigrated


class Command(BaseCommand):
    help = (
        "Writes all that is kept about a reader's e-mail address as JSON: their comments in every "
        "state, what was decided, and what moderators noted."
    )

    def add_arguments(self, parser):
        parser.add_argument("address", metavar="ADDRESS", help="the reader's e-mail address")
        parser.add_argument(
            "target", metavar="TARGET", nargs="?", help="a file that is not there yet; else printed"
        )

    def handle(self, *args, address, target, **options):
        refuse_unmigrated()
        with failing_in_a_sentence():
            export = export_reader(address, for_owner=True)
        if export is None:
            raise CommandError(f"Nothing was ever written here with the address “{address}”.")
        text = json.dumps(export, indent=2, ensure_ascii=False)
        if not target:
            self.stdout.write(text)
            return
        _write(target, text)
        self.stdout.write(f"{target}: {len(export['comments'])} comments.")


def _write(target, text):
    """Write a new file that other accounts of this machine cannot read."""
    try:
        handle = os.open(Path(target).expanduser(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{text}\n")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CommandError(
            f"{target} cannot be written ({reason}): name a file that is not there yet."
        ) from None
