"""What a reference is made of: films, books and rows typed by hand as records of CSL.

CSL, the Citation Style Language, names the fields; `rendering.py` sets them in a style. A record
is a dict of str and lists alone, so that it can be compared and remembered. Its "link" and "URL"
are ours: where the title leads in the journal, and the address that is printed at the end.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .names import name_parts, sorted_name_parts, split_lines

YEAR = re.compile(r"\d{4}")


def film_record(film):
    """Return the record of a film.

    film: anything with `pk`, `title`, `director_names` (a list of str), `year` (int or None),
    `company` and `url`, such as a FilmPage.
    """
    names = [name_parts(name) for name in film.director_names]
    return _filled(
        {
            "id": film_key(film.pk),
            "type": "motion_picture",
            "author": names,
            "note": ngettext("Director", "Directors", len(names)) if names else "",
            "annote": ngettext("dir.", "dirs.", len(names)) if names else "",
            "issued": _date(film.year),
            "title": film.title,
            "genre": _("Film"),
            "publisher": film.company,
            "link": film.url or "",
        }
    )


def book_record(book):
    """Return the record of a book."""
    return _filled(
        {
            "id": book_key(book.pk),
            "type": "book",
            "author": [sorted_name_parts(name) for name in split_lines(book.authors)],
            "translator": [sorted_name_parts(name) for name in split_lines(book.translators)],
            "issued": _date(book.year),
            "title": book.title,
            "edition": book.edition,
            "publisher": book.publisher,
            "URL": book.url,
        }
    )


def typed_record(row, number):
    """Return the record of what an author typed into a row.

    row: a mapping with `authors`, `role`, `year`, `title`, `kind`, `publisher` and `url`, any of
    them empty. number: the row's, which sets it apart from the others.
    """
    fields = ("authors", "role", "year", "title", "kind", "publisher", "url")
    typed = {name: str(row.get(name) or "") for name in fields}
    return _filled(
        {
            "id": f"row-{number}",
            "type": "document",
            "author": [sorted_name_parts(name) for name in split_lines(typed["authors"])],
            "note": typed["role"],
            "annote": typed["role"].lower(),
            "issued": _date(typed["year"]),
            "title": typed["title"],
            "genre": typed["kind"],
            "medium": typed["kind"],
            "publisher": typed["publisher"],
            "URL": typed["url"],
        }
    )


def film_key(pk):
    return f"film-{pk}"


def book_key(pk):
    return f"book-{pk}"


def _date(year):
    """Return a CSL date for 1965, "1965" or "in press"; None for nothing."""
    text = " ".join(str(year or "").split())
    if YEAR.fullmatch(text):
        return {"date-parts": [[int(text)]]}
    return {"literal": text} if text else None


def _filled(record):
    return {name: value for name, value in record.items() if value}
