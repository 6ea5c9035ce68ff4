"""Asking every source for films of a title, and saying of each what came of it."""

from dataclasses import dataclass

from ..sources import SOURCES, SourceError
from .posters import thumbnail_url


@dataclass(frozen=True)
class Found:
    """What one source answered: candidates, or a sentence that says why there are none."""

    source: object
    candidates: tuple = ()
    problem: str = ""


@dataclass(frozen=True)
class Shown:
    """A candidate with the address of ours at which its poster is seen, "" without one."""

    candidate: object
    poster_url: str


def ask_sources(title, year=None):
    """Return a Found for every source, those that cannot be asked included."""
    return [_ask(source, title, year) for source in SOURCES.values()]


def _ask(source, title, year):
    try:
        candidates = source.search(title, year)
    except SourceError as error:
        return Found(source, problem=str(error))
    return Found(source, candidates=tuple(map(shown, candidates)))


def shown(candidate):
    poster = candidate.poster
    return Shown(candidate, thumbnail_url(poster) if poster else "")


def get_record(source_key, number):
    """Return the FilmRecord of a film at a source. Raises SourceError."""
    source = SOURCES.get(source_key)
    if source is None:
        raise SourceError(f"“{str(source_key)[:40]}” is no source of films.")
    return source.details(str(number))
