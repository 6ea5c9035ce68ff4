"""Where the facts of a film came from, when, and whether they still say what was said then."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from ..sources import SOURCES


@dataclass(frozen=True)
class Origin:
    """source: a Source. asked_on: date. refresh_by: date or None. url: the page for people."""

    source: object
    asked_on: date
    url: str
    refresh_by: date | None = None
    said: str = ""

    @property
    def is_overdue(self):
        """Whether the source wants to be asked again before its word is kept any longer."""
        return bool(self.refresh_by and self.refresh_by < timezone.localdate())


def remember(film, fact, record):
    """Note in the film that `fact`, a Fact, came from `record`, a FilmRecord."""
    entry = {
        "source": record.source,
        "date": record.asked_on.isoformat(),
        "url": record.url,
        "said": fact.ours(film),
    }
    if record.refresh_by:
        entry["refresh_by"] = record.refresh_by.isoformat()
    film.fact_sources = {**film.fact_sources, fact.name: entry}


def origin_of(film, name):
    """Return the Origin of the fact called `name`, None when an author typed it."""
    entry = film.fact_sources.get(name)
    if not isinstance(entry, dict) or entry.get("source") not in SOURCES:
        return None
    try:
        return Origin(
            source=SOURCES[entry["source"]],
            asked_on=date.fromisoformat(entry["date"]),
            url=str(entry.get("url", "")),
            refresh_by=date.fromisoformat(entry["refresh_by"]) if "refresh_by" in entry else None,
            said=str(entry.get("said", "")),
        )
    except (KeyError, TypeError, ValueError):
        return None


def sources_of(film):
    """Return the Sources that facts of the film come from, each once.

    Wherever the film's facts stand, each one's `attribution` has to stand, where it has one.
    """
    keys = [e.get("source") for e in film.fact_sources.values() if isinstance(e, dict)]
    return [SOURCES[key] for key in dict.fromkeys(keys) if key in SOURCES]


def refresh_by(film):
    """Return the first day on which some source wants to be asked again, None without one."""
    origins = (origin_of(film, name) for name in film.fact_sources)
    return min((o.refresh_by for o in origins if o and o.refresh_by), default=None)
