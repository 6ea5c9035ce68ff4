"""Films and books as references see them, without a database."""

from types import SimpleNamespace

from blog.citations.records import book_record, film_record


def a_film(title="The Work", *directors, pk=12, year=2017, company="", url="/films/the-work/"):
    return film_record(
        SimpleNamespace(
            pk=pk, title=title, director_names=list(directors), year=year, company=company, url=url
        )
    )


def a_book(title="Sequence", *authors, pk=3, year="1965", **fields):
    empty = {"translators": "", "edition": "", "publisher": "", "url": ""}
    book = {"pk": pk, "title": title, "authors": "\n".join(authors), "year": year}
    return book_record(SimpleNamespace(**{**empty, **book, **fields}))
