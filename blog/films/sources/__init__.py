"""Places that know films, each behind the same two questions: `search` and `details`."""

from .records import Candidate, CreditRecord, FilmRecord, PosterRecord, Term
from .source import SourceError
from .tmdb import TMDB
from .wikidata import Wikidata

SOURCES = {source.key: source for source in (Wikidata(), TMDB())}

__all__ = [
    "SOURCES",
    "Candidate",
    "CreditRecord",
    "FilmRecord",
    "PosterRecord",
    "SourceError",
    "Term",
]
