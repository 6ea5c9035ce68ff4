"""Erasing an e-mail address and all that leads to its owner, when they ask the owner for it."""

from django.core.management.base import BaseCommand, CommandError

from blog.comments.commenters.rows import find_address
from blog.comments.privacy.erasing import Text, erase_reader
from blog.comments.privacy.owned import get_comments_of
from blog.lib.database import failing_in_a_sentence, refuse_unmigrated


class Command(BaseCommand):
    help = (
        "Erases a reader's e-mail address, name and all that leads to them, for good. A ban is "
        "forgotten with them. Older backups still hold them until they are thrown away."
    )

    def add_arguments(self, parser):
        parser.add_argument("address", metavar="ADDRESS", help="the reader's e-mail address")
        parser.add_argument(
            "--text",
            required=True,
            choices=[str(value) for value in Text],
            help="remove: their words go too. keep: published words stay, without the name.",
        )
        parser.add_argument("--yes", action="store_true", help="do not ask once more")

    def handle(self, *args, address, text, yes, **options):
        refuse_unmigrated()
        with failing_in_a_sentence():
            row, comments = find_address(address), get_comments_of(address).count()
            others = [other.email for other in row.other_addresses.all()] if row else []
            if row and row.merged_into:
                others = [row.merged_into.email]
        if row is None and not comments:
            raise CommandError(f"Nothing was ever written here with the address “{address}”.")
        if not yes and not self._is_sure(address, text, comments):
            raise CommandError("Nothing was erased.")
        with failing_in_a_sentence():
            done = erase_reader(address, Text(text))
        if done is None:
            raise CommandError("Somebody else has just erased them.")
        self.stdout.write(
            f"{address} is erased: {done.removed} comments removed, {done.kept} kept without a "
            f"name, {done.mails} mails deleted."
        )
        for other in others:
            self.stdout.write(f"The same person may also have used {other}, which stays.")

    def _is_sure(self, address, text, comments):
        """Ask whoever sits there; nobody there means no."""
        does = "are deleted" if text == Text.REMOVE else "lose their name if they are published"
        self.stdout.write(f"{address} is erased for good; {comments} comments {does}.")
        try:
            return input("Write yes to go on: ").strip().casefold() == "yes"
        except EOFError:
            return False
