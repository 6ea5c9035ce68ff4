"""Fills the library with made-up films, to see how a big one behaves."""

from argparse import ArgumentTypeError
from time import perf_counter

from django.core.management.base import BaseCommand, CommandError

from blog.films.actions import get_library
from blog.films.library.sample import make_sample_films
from blog.lib.database import failing_in_a_sentence, refuse_unmigrated

MOST_FILMS = 100_000


class Command(BaseCommand):
    help = (
        "Adds N made-up, published films with invented people, genres and viewings. They have no "
        "pictures and are not found by the site's search. For trying out speed: there is no "
        "command that takes them away again, so use a database of its own."
    )

    def add_arguments(self, parser):
        parser.add_argument("count", metavar="N", type=_read_count, help="how many")
        parser.add_argument("--seed", type=int, default=1, help="another number, other films")

    def handle(self, *args, count, seed, **options):
        refuse_unmigrated()
        library = get_library()
        if library is None:
            raise CommandError("There is no film library yet: start the journal once first.")
        start = perf_counter()
        with failing_in_a_sentence():
            made = make_sample_films(library, count, seed)
        self.stdout.write(f"{len(made)} films made in {perf_counter() - start:.1f} s.")


def _read_count(text):
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:9]) <= MOST_FILMS):
        raise ArgumentTypeError(f'"{text}" is not a number of films from 1 to {MOST_FILMS}.')
    return int(text)
