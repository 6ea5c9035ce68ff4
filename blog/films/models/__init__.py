"""The library: films, the people who made them, and the diary of viewings."""

from .diary_index import DiaryIndexPage
from .film import FilmPage
from .index_page import FilmIndexPage
from .people import Credit, Person
from .standing import FilmStanding
from .terms import Country, FilmCountry, FilmGenre, FilmLanguage, Genre, Language
from .viewing import Viewing

__all__ = [
    "Country",
    "Credit",
    "DiaryIndexPage",
    "FilmCountry",
    "FilmGenre",
    "FilmIndexPage",
    "FilmLanguage",
    "FilmPage",
    "FilmStanding",
    "Genre",
    "Language",
    "Person",
    "Viewing",
]
