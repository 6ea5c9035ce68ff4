"""Records set in the style that the site has chosen. Nothing here asks the database."""

import json
import re
import warnings
from functools import lru_cache
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
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

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
    records = tuple(
        json.dumps(record, sort_keys=True)
        for record in {r["id"]: r for r in records[::-1]}.values()
    )
    return _render(style, get_language() or "en", records, tuple(citations))


@lru_cache(maxsize=512)
def _render(style, language, records, citations):
    records = [json.loads(record) for record in records]
    if not records:
        return References([], [])
    sheet = CitationStylesStyle(str(STYLES / f"{style}.csl"), locale=language, validate=False)
    _tell_apart(records)
    book = _bibliography(sheet, records)
    cited = {citation: _cite(book, *citation) for citation in set(citations)}
    book.sort()
    by_key = {record["id"]: record for record in records}
    lines = [str(line) for line in book.bibliography()]
    entries = [
        Entry(key, _finish(line, by_key[key], style))
        for key, line in zip(book.keys, lines, strict=True)
    ]
    return References(entries, [cited[citation] for citation in citations])


def _bibliography(sheet, records):
    plain = [{k: _escaped(v) for k, v in record.items() if k not in OURS} for record in records]
    with warnings.catch_warnings():
        # It warns of fields that it does not know, which no style of ours has.
        warnings.simplefilter("ignore")
        book = CitationStylesBibliography(sheet, CiteProcJSON(plain), formatter.html)
    for record in records:
        book.register(Citation([CitationItem(record["id"])]))
    return book


def _escaped(value):
    """Return a field with every str in it fit to stand in HTML, which citeproc leaves to us."""
    if isinstance(value, str):
        return escape_text(value)
    if isinstance(value, list):
        return [_escaped(item) for item in value]
    return {k: _escaped(v) for k, v in value.items()} if isinstance(value, dict) else value


def _tell_apart(records):
    """Give works that would be cited alike a letter after the year, and a title for MLA."""
    alike = {}
    for record in records:
        names = [name.get("family") or name["literal"] for name in record.get("author", ())]
        who = names[:1] if len(names) > 2 else names
        issued = json.dumps(record.get("issued"))
        alike.setdefault((tuple(who) or record.get("title"), issued), []).append(record)
    for group in alike.values():
        if len(group) > 1:
            group.sort(key=lambda record: record.get("title", "").casefold())
            for record, letter in zip(group, LETTERS, strict=False):
                record["year-suffix"] = letter if "issued" in record else f"-{letter}"
                record["title-short"] = record.get("title", "")


def _cite(book, key, place):
    locator = None
    if place:
        is_page = PAGES.fullmatch(place) and not TIMECODE.fullmatch(place)
        locator = Locator("page" if is_page else "section", escape_text(place))
    citation = Citation([CitationItem(key, **({"locator": locator} if locator else {}))])
    book.register(citation)
    return _clean(str(book.cite(citation, lambda item: "")))


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
