"""`manage.py measure_spam FILE.csv …`: how well the checks tell spam, on labelled comments."""

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from blog.comments.models import WordRule
from blog.comments.spam.measuring.reading import CsvError, read_labelled
from blog.comments.spam.measuring.running import measure, split_by_time
from blog.comments.spam.measuring.table import describe


class Command(BaseCommand):
    help = (
        "Learns from the earlier part of labelled comments, judges the later part by the checks "
        "of this journal and its word rules, and prints what would have been published and held. "
        "Nothing is stored."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE.csv")
        for name in ("text", "label", "name", "date"):
            parser.add_argument(f"--{name}", metavar="COLUMN", help="guessed where not given")
        parser.add_argument(
            "--train", default="0.5", metavar="SHARE",
            help="how much of all comments, the earliest, is learned from; half unless told",
        )  # fmt: skip
        parser.add_argument(
            "--topic", default="", metavar="WORDS",
            help="what was commented on, for the check of praise that fits any page",
        )  # fmt: skip

    def handle(self, *args, files, train, topic, **options):
        columns = {name: options[name] for name in ("text", "label", "name", "date")}
        share = self._read_share(train)
        try:
            rows = [row for path in files for row in read_labelled(path, **columns)]
        except CsvError as error:
            raise CommandError(str(error)) from None
        training, test = split_by_time(rows, share)
        if not training or not test:
            raise CommandError(
                f"{len(rows)} comments are too few to learn from some and to judge the others."
            )
        for line in describe(measure(training, test, self._get_rules(), topic), topic):
            self.stdout.write(line)

    def _get_rules(self):
        try:
            return list(WordRule.objects.filter(is_active=True))
        except DatabaseError:
            self.stderr.write("There is no database with word rules here, so none are used.")
            return []

    def _read_share(self, typed):
        try:
            share = float(typed)
        except ValueError:
            share = 0
        if not 0 < share < 1:
            raise CommandError(f'--train "{typed}" is no share; write a number such as 0.5.')
        return share
