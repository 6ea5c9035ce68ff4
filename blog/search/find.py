"""What the journal holds for a query: essays, quotations and films that anyone may read."""

from dataclasses import dataclass
from datetime import datetime

from wagtail.search.utils import parse_query_string

from blog.blocks.outside import OutsideForm, outside_form
from blog.films.models import FilmPage
from blog.posts.models import PostPage
from blog.quotes.models import Quote

from .excerpts import excerpt, mark_words, query_words

# More than this many of a kind is a query that wants another word, not another page.
MOST_OF_A_KIND = 100


@dataclass(frozen=True)
class Hit:
    """One found thing, as the list prints it. title and excerpt are safe HTML."""

    kind: str
    title: str
    url: str
    excerpt: str
    date: datetime | None = None
    year: int | None = None


def find(query, request=None):
    """Return {"quote": [Hit, …], "post": […], "film": […]}, the best match first.

    query: a str without NUL. request lets addresses be made without further queries.
    """
    words = query_words(query)
    if not words:
        return {"quote": [], "post": [], "film": []}
    return {
        "quote": [
            _quote_hit(quote, words)
            for quote in Quote.objects.published().matching(query)[:MOST_OF_A_KIND]
        ],
        "post": [_post_hit(post, words, request) for post in _find_pages(PostPage, query)],
        "film": [_film_hit(film, words, request) for film in _find_films(query)],
    }


def _find_pages(model, query):
    # The index holds drafts and private pages too: what it names is looked up again, and only
    # what anyone may read comes back.
    _filters, parsed = parse_query_string(query, operator="and")
    found = model.objects.live().search(parsed)[:MOST_OF_A_KIND]
    ids = [page.pk for page in found]
    readable = model.objects.filter(pk__in=ids).published().in_bulk()
    return [readable[pk] for pk in ids if pk in readable]


def _find_films(query):
    # A film's name forgives accents and stands before what its guide says.
    named = list(FilmPage.objects.published().matching(query)[:MOST_OF_A_KIND])
    return named + [film for film in _find_pages(FilmPage, query) if film not in named]


def _prose(stream):
    return outside_form(stream, OutsideForm.SEARCH)


def _post_hit(post, words, request):
    text = f"{post.standfirst} {_prose(post.body)}"
    title = mark_words(post.title, words)
    return Hit("post", title, post.get_url(request), excerpt(text, words), date=post.date)


def _film_hit(film, words, request):
    text = f"{film.directors}. {film.synopsis} {_prose(film.guide)}"
    title = mark_words(film.title, words)
    return Hit("film", title, film.get_url(request), excerpt(text, words), year=film.year)


def _quote_hit(quote, words):
    title = mark_words(quote.plain_text, words)
    return Hit("quote", title, quote.get_absolute_url(), mark_words(quote.speaker, words))
