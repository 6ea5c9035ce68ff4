"""Blocks that hold films, and the two streams of a film's own page.

The guide holds blocks of quotations by the dotted path of their classes, as their part stands
above this one; so this package imports no stream of its own.
"""

from .cards import FilmCardBlock, FilmChooserBlock, FilmListBlock, FilmReasonBlock
from .film_facts import FilmFactsBlock

__all__ = [
    "FilmCardBlock",
    "FilmChooserBlock",
    "FilmFactsBlock",
    "FilmListBlock",
    "FilmReasonBlock",
]
