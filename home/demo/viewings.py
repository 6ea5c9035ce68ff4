"""The diary of the demo: who saw which film when."""

from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.utils import timezone

from blog.films.models import Viewing
from blog.films.standing import refresh_standing

from .content import read_rows

FACTS = (
    *("is_rewatch", "half_stars", "is_loved", "format", "place"),
    *("public_note", "private_note", "is_private"),
)
KEYS = {*FACTS, "film", "author", "watched_on", "with"}
DIARIST = "hanna-brandreth"


def read_viewings():
    """Return the rows of the diary, a list of Tables."""
    rows = read_rows("viewings.toml", "viewing", KEYS, {"film"})
    for row in rows:
        # A datetime is a date too, and no day.
        if "watched_on" in row.values and type(row["watched_on"]) is not date:
            row.fail("watched_on", "is no day; write 2026-11-14, or leave it out.")
    return rows


def note_viewings(rows, shelf, new_films, moved_by):
    """Note the evenings with films that this run made; return how many.

    new_films: their slugs. The others keep the evenings they have: what someone has deleted does
    not come back.
    """
    found = [(row, _film(row, shelf)) for row in rows]
    new = [_viewing(row, film, shelf, moved_by) for row, film in found if film.slug in new_films]
    Viewing.objects.bulk_create(new)
    # Nothing is sent when rows are made in bulk, so the films are told here.
    for film_id in {viewing.film_id for viewing in new}:
        refresh_standing(film_id)
    return len(new)


def end_of_day(day):
    """Return when the last film of a day is over, an aware datetime."""
    return timezone.make_aware(datetime.combine(day, time(23)))


def _film(row, shelf):
    try:
        return shelf.film(row["film"])
    except LookupError as error:
        return row.fail("film", str(error))


def _viewing(row, film, shelf, moved_by):
    try:
        author = shelf.author(row.get("author", DIARIST))
    except LookupError as error:
        row.fail("author", str(error))
    day = row["watched_on"] - moved_by if row.get("watched_on") else None
    viewing = Viewing(
        film=film,
        author=author,
        watched_on=day,
        companions=row.get("with", ""),
        # One of no known day was written down with the film's page.
        created_at=end_of_day(day) if day else film.first_published_at,
        **row.only(*FACTS),
    )
    try:
        viewing.clean_fields(exclude={"film", "author"})
        viewing.clean()
    except ValidationError as error:
        key, problems = next(iter(error.message_dict.items()))
        row.fail(key, f"cannot be kept: {problems[0]} Correct it.")
    return viewing
