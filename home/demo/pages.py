"""Films and essays: first all of them as empty drafts, so that each can name the others."""

from contextlib import contextmanager
from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page

from blog.films.models import FilmPage
from blog.posts.models import PostPage

from .content import ContentError, read_folder, read_rows
from .credits import fill_credits
from .streams import make_stream
from .viewings import end_of_day

# What a page of either kind has as it stands in its file.
PLAIN_KEYS = ("grade", "prompt", "comments_invitation", "comments_close_after_days", "spoiler_note")
COMMON_KEYS = {"title", "content_notes", *PLAIN_KEYS}
FILM_FACTS = (
    *("original_title", "also_known_as", "year", "runtime_minutes", "company", "place"),
    *("tagline", "synopsis", "synopsis_source", "synopsis_source_url"),
    *("imdb_id", "tmdb_id", "letterboxd_slug", "wikidata_id"),
)
FILM_TERMS = ("countries", "languages", "genres")
FILM_KEYS = COMMON_KEYS | {
    *FILM_FACTS,
    *FILM_TERMS,
    *("slug", "poster", "still", "directors", "credits", "facts", "guide"),
}
ESSAY_FACTS = ("standfirst", "half_stars", "drop_cap", "hero_caption")
ESSAY_KEYS = COMMON_KEYS | {
    *ESSAY_FACTS,
    *("author", "film", "hero", "tags", "body", "expires_in_days"),
    *("date", "scheduled_in_days", "planned_in_days", "draft"),
}
# One of these says what becomes of an essay.
FATES = ("date", "scheduled_in_days", "planned_in_days", "draft")
WRITER, EDITOR = "author@example.org", "editor@example.org"


def read_films():
    """Return {slug: Table} of all films."""
    rows = read_rows("films.toml", "film", FILM_KEYS, {"slug", "title"}, "slug")
    return read_folder("films", FILM_KEYS, {"title"}) | {row["slug"]: row for row in rows}


def read_essays():
    """Return {slug: Table} of all essays, oldest first, those without a date last."""
    essays = read_folder("essays", ESSAY_KEYS, {"title", "author"})
    for essay in essays.values():
        if sum(key in essay.values for key in FATES) != 1:
            essay.fail("date", f"is one of {len(FATES)}: write {', '.join(FATES[:-1])} or draft.")
        if "date" in essay.values and not (
            isinstance(essay["date"], datetime) and essay["date"].tzinfo
        ):
            essay.fail("date", "needs a time with its offset; write 2026-11-14T07:30:00Z.")
    never = datetime.max.replace(tzinfo=timezone.get_default_timezone())
    return dict(sorted(essays.items(), key=lambda pair: pair[1].get("date", never)))


def place_drafts(parent, kind, model, tables, shelf):
    """Put the pages on the shelf as "kind:slug"; return the slugs that had to be made."""
    there = {page.slug: page.specific for page in model.objects.child_of(parent)}
    made = []
    for slug, table in tables.items():
        page = there.get(slug)
        if page is None:
            page = model(title=table["title"], slug=slug, live=False, owner=shelf.user(WRITER))
            parent.add_child(instance=page)
            made.append(slug)
        shelf.pages[f"{kind}:{slug}"] = page
    return made


def how_far_back(essays, viewings=()):
    """Return how far dates are moved, so that on a slow clock too all of it is of the past."""
    dates = [essay["date"] for essay in essays.values() if essay.get("date")]
    dates += [end_of_day(row["watched_on"]) for row in viewings if row.get("watched_on")]
    newest = max(dates)
    late = newest - (timezone.now() - timedelta(days=1))
    return timedelta(days=max(0, late.days + 1))


def fill_film(film, table, *, shelf, date):
    """Write a film's facts and guide into its draft and publish it."""
    for name, value in table.only(*FILM_FACTS).items():
        setattr(film, name, value)
    for name in FILM_TERMS:
        getattr(film, name).set(table.get(name, []))
    fill_credits(film, table, shelf)
    _fill_common(film, table, shelf)
    film.facts = make_stream(
        FilmPage._meta.get_field("facts"), table.get("facts", []), shelf=shelf, file=table.file
    )
    film.poster = _image(table, "poster", shelf) or _own_poster(film.slug, shelf)
    film.still = _image(table, "still", shelf)
    film.guide = make_stream(
        FilmPage._meta.get_field("guide"), table.get("guide", []), shelf=shelf, file=table.file
    )
    _publish(film, table, date)


def fill_essay(essay, table, *, shelf, moved_by):
    """Write an essay into its draft, and publish, schedule or leave it as its file says."""
    for name, value in table.only(*ESSAY_FACTS).items():
        setattr(essay, name, value)
    _fill_common(essay, table, shelf)
    try:
        essay.author = shelf.author(table["author"])
        essay.film = shelf.film(table["film"]) if table.get("film") else None
    except LookupError as error:
        table.fail("author or film", str(error))
    essay.hero = _image(table, "hero", shelf)
    essay.tags.set(table.get("tags", []))
    essay.body = make_stream(
        PostPage._meta.get_field("body"),
        table.get("body", []),
        shelf=shelf,
        file=table.file,
        is_finished=not (table.get("draft") or table.get("planned_in_days")),
    )
    if table.get("expires_in_days"):
        essay.expire_at = in_days(table["expires_in_days"])
    if table.get("date"):
        _publish(essay, table, table["date"] - moved_by)
    elif table.get("scheduled_in_days"):
        essay.go_live_at = in_days(table["scheduled_in_days"])
        _save_draft(essay, table).publish(user=shelf.user(EDITOR))
    else:
        if table.get("planned_in_days"):
            essay.go_live_at = in_days(table["planned_in_days"])
        _save_draft(essay, table)


def in_days(count):
    """Return seven in the morning of the day in so many days, an aware datetime."""
    day = timezone.localdate() + timedelta(days=count)
    return timezone.make_aware(datetime.combine(day, time(7)))


def _fill_common(page, table, shelf):
    for name, value in table.only(*PLAIN_KEYS).items():
        setattr(page, name, value)
    notes = [{"type": "note", "value": note} for note in table.get("content_notes", [])]
    field = type(page)._meta.get_field("content_notes")
    page.content_notes = make_stream(field, notes, shelf=shelf, file=table.file)


def _image(table, key, shelf):
    if not table.get(key):
        return None
    try:
        return shelf.image(table[key])
    except LookupError as error:
        return table.fail(key, str(error))


def _own_poster(slug, shelf):
    name = f"poster-{slug}"
    return shelf.image(name) if name in shelf.alt else None


def _save_draft(page, table):
    """Save a page that readers do not see yet; return its revision."""
    with _problems_of(table):
        page.save()
        return page.save_revision(user=page.owner)


def _publish(page, table, date):
    """Publish as on `date`: the first date is the revision's, the last one would be now."""
    page.first_published_at = date
    with _problems_of(table):
        # Not checked here: publishing saves, and so checks, the page.
        page.save_revision(user=page.owner, clean=False).publish()
    Page.objects.filter(pk=page.pk).update(last_published_at=date)
    page.refresh_from_db()


@contextmanager
def _problems_of(table):
    try:
        yield
    except ValidationError as error:
        key, problems = next(iter(error.message_dict.items()))
        raise ContentError(f"{table.file}: {key}: {problems[0]} Correct it.") from None
