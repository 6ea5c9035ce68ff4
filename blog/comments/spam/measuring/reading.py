"""Labelled comments from CSV files of any make: bytes in, rows out."""

import csv
import html
import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

# Names of columns as they are met, best first, in lower case.
COLUMNS = {
    "text": ("content", "text", "comment", "comment_text", "body", "message", "comment_content"),
    "label": ("class", "label", "is_spam", "spam", "category", "type", "status", "target"),
    "name": ("author", "name", "user", "username", "comment_author", "author_name"),
    "date": ("date", "created_at", "created", "time", "timestamp", "published_at", "comment_date"),
}
NEEDED = ("text", "label")
SPAM = frozenset({"1", "1.0", "spam", "true", "yes", "y", "junk"})
HAM = frozenset("0 0.0 ham false no n notspam published approved legitimate -1".split())
DELIMITERS = (",", ";", "\t")
LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class CsvError(ValueError):
    """What is wrong with a file, as a sentence that says where."""


@dataclass(frozen=True)
class Labelled:
    text: str
    name: str
    is_spam: bool
    date: datetime | None


def read_labelled(path, **columns):
    """Return the rows of a CSV file as list of Labelled, in the order of the file.

    columns: text, label, name and date: the name of that column, or None to guess it.
    Entities and line breaks of HTML are undone, as exports are full of them. Raises CsvError.
    """
    path = Path(path)
    lines = _open(path)
    places = _find_columns(path, next(lines, None) or [], columns)
    rows = []
    try:
        for cells in lines:
            if any(cell.strip() for cell in cells):
                rows.append(_read_row(path, lines.line_num, cells, places))
    except csv.Error as error:
        raise CsvError(f"{path.name}, line {lines.line_num}: {error}.") from None
    return [row for row in rows if row.text.strip()]


def _open(path):
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CsvError(f"{path}: {error.strerror or error}.") from None
    except UnicodeDecodeError as error:
        raise CsvError(
            f"{path.name}, byte {error.start}: this is no text in UTF-8. Save it as UTF-8."
        ) from None
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    return csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)


def _find_columns(path, head, given):
    """Return {"text": 3, …}: where each column stands that there is."""
    names = [name.strip().lower() for name in head]
    places = {}
    for kind, guesses in COLUMNS.items():
        wanted = given.get(kind)
        if wanted and wanted.strip().lower() not in names:
            raise CsvError(f'{path.name}: there is no column "{wanted}", only {_list(head)}.')
        guesses = (wanted.strip().lower(),) if wanted else guesses
        found = next((names.index(guess) for guess in guesses if guess in names), None)
        if found is None and kind in NEEDED:
            raise CsvError(
                f"{path.name}: no column looks like the {kind}. Name it with --{kind}; "
                f"the first line says {_list(head)}."
            )
        places[kind] = found
    return places


def _list(head):
    return ", ".join(f'"{name[:40]}"' for name in head[:12]) or "nothing"


def _read_row(path, line, cells, places):
    def cell(kind):
        place = places[kind]
        return cells[place] if place is not None and place < len(cells) else ""

    label = "".join(cell("label").lower().split())
    if label not in SPAM | HAM:
        raise CsvError(
            f'{path.name}, line {line}: the label "{cell("label")[:40]}" is neither spam nor ham; '
            f"write 1 or spam, 0 or ham."
        )
    text = html.unescape(LINE_BREAK.sub("\n", cell("text")))
    return Labelled(text, cell("name").strip(), label in SPAM, _read_date(path, line, cell("date")))


def _read_date(path, line, typed):
    typed = typed.strip()
    if not typed:
        return None
    try:
        date = (
            datetime.fromtimestamp(float(typed), tz=UTC)
            if re.fullmatch(r"\d{9,11}(\.\d+)?", typed)
            else datetime.fromisoformat(typed)
        )
    except (ValueError, OverflowError):
        raise CsvError(
            f'{path.name}, line {line}: the date "{typed[:40]}" does not read like '
            f"2026-03-14 or 2026-03-14T18:30:00."
        ) from None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
