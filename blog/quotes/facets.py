"""The films, speakers and themes of some quotations, with how many each has."""

from dataclasses import dataclass

from django.db.models import CharField, Count, F, Value
from django.db.models.functions import Cast, Coalesce
from taggit.models import Tag

from blog.films.models import FilmPage
from blog.lib.folding import fold

KINDS = ("film", "speaker", "theme")
COLUMNS = ("kind", "key", "label", "note", "number")


@dataclass(frozen=True)
class Choice:
    """slug: what stands in the address. note: the film's year as str, or "". query: of its link."""

    slug: str
    name: str
    note: str
    quote_count: int
    query: str = ""


def count_choices(rows):
    """Return {kind: [Choice, …]} in one query, each list by name.

    rows: {kind: QuoteQuerySet} for some of KINDS. Films that readers may not see are left out.
    """
    first, *others = [_COUNTS[kind](quotes) for kind, quotes in rows.items()]
    found = {kind: [] for kind in rows}
    for kind, key, label, note, number in first.union(*others, all=True):
        found[kind].append(Choice(key, label, note, number))
    for choices in found.values():
        choices.sort(key=lambda choice: (fold(choice.name), choice.note))
    return found


def _count_films(quotes):
    films = FilmPage.objects.published().order_by().filter(quotes__in=_ids(quotes))
    year = Coalesce(Cast("year", CharField()), Value(""))
    return _as_rows(films, "film", F("slug"), F("title"), year, Count("quotes"))


def _count_speakers(quotes):
    # A group for each name: what else is annotated would make one of each row.
    named = quotes.model.objects.filter(pk__in=_ids(quotes)).order_by().with_speaker_name()
    named = named.filter(speaker_name__isnull=False)
    name = F("speaker_name")
    return _as_rows(named, "speaker", name, name, Value(""), Count("pk"))


def _count_themes(quotes):
    tags = Tag.objects.order_by().filter(themed_items__content_object__in=_ids(quotes))
    return _as_rows(tags, "theme", F("slug"), F("name"), Value(""), Count("themed_items"))


def _ids(quotes):
    return quotes.order_by().values("pk")


def _as_rows(queryset, kind, key, label, note, number):
    named = queryset.annotate(
        kind=Value(kind, CharField()), key=key, label=label, note=Cast(note, CharField())
    )
    return named.values(*COLUMNS[:-1]).annotate(number=number).values_list(*COLUMNS)


_COUNTS = {"film": _count_films, "speaker": _count_speakers, "theme": _count_themes}
