"""Loading the demo journal: what is missing is made, what is there is left as people made it."""

from collections import Counter
from datetime import timedelta
from typing import NamedTuple

from django.db import transaction

from blog.accounts.models import User
from blog.films.models import FilmPage
from blog.posts.models import PostPage
from home.setup import lay_out_journal

from .accounts import make_authors, make_demo_accounts
from .hush import hushed
from .ideas import keep_ideas
from .pages import fill_essay, fill_film, how_far_back, place_drafts, read_essays, read_films
from .quotations import keep_quotes
from .replies import record_replies
from .shelf import Shelf
from .shell import dress, is_unnamed
from .viewings import note_viewings, read_viewings


class Loaded(NamedTuple):
    """What a run made: a Counter by name, the new accounts' addresses, and their password.

    password: the one that was made up; None when DEMO_PASSWORD says it.
    """

    made: Counter
    accounts: list
    password: str | None


@transaction.atomic
def load_demo():
    """Load what is missing and return a Loaded.

    All or nothing. Raises content.ContentError when a content file is not as it should be.
    """
    # Read first: most faults are found before anything is made.
    films, essays, viewings = read_films(), read_essays(), read_viewings()
    shelf = Shelf()
    with hushed(shelf):
        return _load(shelf, films, essays, viewings)


def _load(shelf, films, essays, viewings):
    made = Counter()
    laid_out = lay_out_journal()
    there = set(User.objects.values_list("pk", flat=True))
    password = make_demo_accounts()
    accounts = User.objects.exclude(pk__in=there).order_by("pk").values_list("email", flat=True)
    accounts = list(accounts)
    moved_by = how_far_back(essays, viewings)
    made["authors"] = make_authors(shelf)
    if is_unnamed(laid_out):
        made["pages"] = dress(laid_out, shelf)
    new_films = place_drafts(laid_out.films, "film", FilmPage, films, shelf)
    new_essays = place_drafts(laid_out.journal, "essay", PostPage, essays, shelf)
    made["quotations"] = keep_quotes(shelf, moved_by)
    for slug in new_films:
        date = date_of_film(slug, films, essays) - moved_by
        fill_film(shelf.film(slug), films[slug], shelf=shelf, date=date)
    made["viewings"] = note_viewings(viewings, shelf, new_films, moved_by)
    for slug in new_essays:
        essay = shelf.page(f"essay:{slug}")
        fill_essay(essay, essays[slug], shelf=shelf, moved_by=moved_by)
    new_pages = {f"film:{slug}" for slug in new_films} | {f"essay:{slug}" for slug in new_essays}
    made["replies"] = record_replies(shelf, new_pages)
    made["ideas"] = keep_ideas(shelf, new_pages)
    made["films"], made["essays"] = len(new_films), len(new_essays)
    return Loaded(+made, accounts, password)


def date_of_film(slug, films, essays):
    """Return when a film came into the library: an hour before the first essay about it.

    One that no essay is about came early, a day after the one before it in the alphabet.
    """
    dated = [essay for essay in essays.values() if essay.get("date")]
    dates = [essay["date"] for essay in dated if essay.get("film") == slug]
    if dates:
        return min(dates) - timedelta(hours=1)
    first = min(essay["date"] for essay in dated)
    return first - timedelta(days=1 + sorted(films).index(slug))
