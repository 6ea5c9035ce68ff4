"""Records set in the style that the site has chosen. Nothing here asks the database."""

import json
import re
import warnings
from functools import lru_cache
from html import unescape
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import nh3
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    Locator,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from django.utils.html import escape, strip_tags
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from blog.lib.folding import fold
from blog.lib.links import web_address

STYLES = Path(__file__).with_name("styles")
OURS = ("link", "URL")  # fields that no style prints: they become links here
# A year after an address must not become a part of it, so only these two styles end with a stop.
STOP_AFTER_ADDRESS = {"mla", "chicago"}
TIMECODE = re.compile(r"\d{1,3}:\d{2}(:\d{2})?(\s*[-–]\s*\d{1,3}:\d{2}(:\d{2})?)?")
PAGES = re.compile(r"[0-9ivxlc]+(\s*[-–,]\s*[0-9ivxlc]+)*", re.IGNORECASE)
DOUBLED_STOP = re.compile(r"((?:[.?!]</i>|[?!…]))\.")
LETTERS = "abcdefghijklmnopqrstuvwxyz"

_cleaner = nh3.Cleaner(
    tags={"a", "i"}, attributes={"a": {"href", "rel"}}, link_rel=None,
    url_schemes={"http", "https"}, url_relative="pass_through",
)  # fmt: skip


class Entry(NamedTuple):
    """One line of a list of references. key: such as "film-12". html: safe."""

    key: str
    html: str


class References(NamedTuple):
    """entries: list of Entry in the order of the style. cited: safe HTML for each citation."""

    entries: list
    cited: list


def render_references(style, records, citations=()):
    """Return the References for `records` in a style.

    style: "apa", "mla" or "chicago". records: see `records.py`; the first of two with one id
    counts. citations: (id of a record, page or timecode or "") pairs.
    """
    language = get_language() or "en"
    by_key = {record["id"]: record for record in reversed(records)}
    stored = {
        record["id"]: json.dumps(record, sort_keys=True)
        for record in _told_apart(list(by_key.values()))
    }
    entries = [Entry(key, _entry(style, language, record)) for key, record in stored.items()]
    # A line begins with what lists are sorted by in each of the styles.
    entries.sort(key=lambda entry: fold(unescape(strip_tags(entry.html))))
    cited = [_cited(style, language, stored[key], place) for key, place in citations]
    return References(entries, cited)


# Each work by itself, and by everything that is printed of it: a film that is corrected is another
# key, and a body that cites one work more sets that one alone.
@lru_cache(maxsize=4096)
def _entry(style, language, record):
    record = json.loads(record)
    book, _item = _bibliography(style, language, record)
    return _finish(str(book.bibliography()[0]), record, style)


@lru_cache(maxsize=8192)
def _cited(style, language, record, place):
    place = " ".join(place.split())
    is_page = PAGES.fullmatch(place) and not TIMECODE.fullmatch(place)
    locator = {"locator": Locator("page" if is_page else "section", escape_text(place))}
    book, citation = _bibliography(
        style, language, json.loads(record), **(locator if place else {})
    )
    return _clean(str(book.cite(citation, lambda item: "")))


def _bibliography(style, language, record, **options):
    """Return citeproc's bibliography of one work, and the citation of it."""
    sheet = CitationStylesStyle(str(STYLES / f"{style}.csl"), locale=language, validate=False)
    plain = {name: _escaped(value) for name, value in record.items() if name not in OURS}
    with warnings.catch_warnings():
        # It warns of fields that it does not know, which no style of ours has.
        warnings.simplefilter("ignore")
        book = CitationStylesBibliography(sheet, CiteProcJSON([plain]), formatter.html)
    citation = Citation([CitationItem(record["id"], **options)])
    book.register(citation)
    return book, citation


def _escaped(value):
    """Return a field with every str in it fit to stand in HTML, which citeproc leaves to us."""
    if isinstance(value, str):
        return escape_text(value)
    if isinstance(value, list):
        return [_escaped(item) for item in value]
    return {k: _escaped(v) for k, v in value.items()} if isinstance(value, dict) else value


def _told_apart(records):
    """Return the records; those that would be cited alike get a letter, and a title for MLA."""
    alike = {}
    for record in records:
        names = [name.get("family") or name["literal"] for name in record.get("author", ())]
        who = names[:1] if len(names) > 2 else names
        issued = json.dumps(record.get("issued"))
        alike.setdefault((tuple(who) or record.get("title"), issued), []).append(record)
    told = []
    for group in alike.values():
        group.sort(key=lambda record: record.get("title", "").casefold())
        letters = LETTERS if len(group) > 1 else ""
        told += [
            _lettered(record, letter)
            for record, letter in zip_longest(group, letters[: len(group)])
        ]
    return told


def _lettered(record, letter):
    if not letter:
        return record
    suffix = letter if "issued" in record else f"-{letter}"
    return {**record, "year-suffix": suffix, "title-short": record.get("title", "")}


def _finish(line, record, style):
    """Return a line whose stops are single, whose title leads to the film and which is safe."""
    line = DOUBLED_STOP.sub(r"\1", line)
    title = f"<i>{escape_text(record.get('title', ''))}</i>"
    if record.get("link"):
        link = f'<i><a href="{escape(record["link"])}">{title[3:-4]}</a></i>'
        line = line.replace(title, link, 1)
    if address := web_address(record.get("URL")):
        stop = "." if style in STOP_AFTER_ADDRESS else ""
        address = escape(address)
        line = f'{line} <a href="{address}" rel="noopener">{address}</a>{stop}'
    return _clean(line)


def escape_text(text):
    """Return `text` fit to stand between tags, with its apostrophes as they are."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clean(html):
    return mark_safe(_cleaner.clean(html))  # noqa: S308  cleaned in this line
