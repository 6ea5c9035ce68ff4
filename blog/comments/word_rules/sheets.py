"""Word rules as a CSV file, out and in."""

import csv
import io
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ..models import WordRule
from .writing import clean_words

HEAD = ["kind", "words", "action", "in use", "note"]
MOST_LINES = 1000
# A spreadsheet takes what begins with one of these for a formula and runs it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
YES, NO = "yes", "no"
NOS = {NO, "0", "false"}
Kind, Action = WordRule.Kind, WordRule.Action

ADDED, CHANGED, SAME, REFUSED = "added", "changed", "same", "refused"


class SheetError(ValueError):
    """Why nothing of a file can be read, as a sentence."""


@dataclass
class Line:
    """number: in the file. outcome: what is, or would be, done. why: a sentence where refused."""

    number: int
    text: str
    outcome: str
    rule: WordRule | None = None
    why: str = ""


def write_rules(rules):
    """Return rules as CSV text; what a spreadsheet would run begins with an apostrophe."""
    file = io.StringIO()
    sheet = csv.writer(file)
    sheet.writerow(HEAD)
    for rule in rules:
        cells = [rule.kind, rule.words, rule.action, YES if rule.is_active else NO, rule.note]
        sheet.writerow([f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell for cell in cells])
    return file.getvalue()


def read_rules(text):
    """Return what each line of a CSV text would do, as list of Line; nothing is stored.

    Columns as `write_rules` writes them, in any order under a first line that names them; without
    one, kind, words and so on. A line of one cell is a word to hold. Raises SheetError.
    """
    known = {(rule.kind, rule.words): rule for rule in WordRule.objects.all()}
    columns, seen, lines = HEAD, {}, []
    for number, cells in _read_cells(text):
        cells = [_without_apostrophe(cell.strip()) for cell in cells]
        if not any(cells):
            continue
        names = [cell.lower() for cell in cells]
        if not lines and columns is HEAD and "words" in names:
            columns = names
            continue
        if len(lines) >= MOST_LINES:
            raise SheetError(
                _("These are more than %(most)s lines. Bring them in parts.") % {"most": MOST_LINES}
            )
        lines.append(_judge_line(number, cells, columns, known, seen))
    return lines


@transaction.atomic
def store_rules(lines):
    """Add and change what the lines of `read_rules` say, and return how many there were."""
    changing = [line.rule for line in lines if line.outcome in (ADDED, CHANGED)]
    for rule in changing:
        WordRule.objects.update_or_create(
            kind=rule.kind,
            words=rule.words,
            defaults={"action": rule.action, "is_active": rule.is_active, "note": rule.note},
        )
    return len(changing)


def _read_cells(text):
    head = text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    sheet = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    try:
        for cells in sheet:
            yield sheet.line_num, cells
    except csv.Error as error:
        raise SheetError(
            _("Line %(line)s cannot be read: %(error)s.") % {"line": sheet.line_num, "error": error}
        ) from None


def _without_apostrophe(cell):
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell


def _judge_line(number, cells, columns, known, seen):
    line = Line(number, ", ".join(filter(None, cells)), REFUSED)
    if len(cells) == 1 and columns is HEAD:
        cells = ["", cells[0]]
    values = dict(zip(columns, cells, strict=False))
    try:
        rule = _make_rule(values)
    except ValidationError as error:
        line.why = error.messages[0]
        return line
    key = (rule.kind, rule.words)
    if key in seen:
        line.why = _("The same stands in line %(line)s.") % {"line": seen[key]}
        return line
    seen[key] = number
    line.rule, old = rule, known.get(key)
    line.outcome = ADDED if old is None else SAME if _is_same(old, rule) else CHANGED
    return line


def _make_rule(values):
    kind = _choose(values.get("kind", ""), Kind)
    return WordRule(
        kind=kind,
        words=clean_words(kind, values.get("words", "")),
        action=_choose(values.get("action", ""), Action),
        is_active=values.get("in use", YES).lower() not in NOS,
        note=_clean_note(values.get("note", "")),
    )


def _choose(typed, choices):
    """Return one of some TextChoices, the first where nothing was typed."""
    typed = typed.strip().lower() or choices.values[0]
    if typed not in choices.values:
        raise ValidationError(
            _("“%(typed)s” is none of: %(choices)s.")
            % {"typed": typed[:40], "choices": ", ".join(choices.values)}
        )
    return typed


def _clean_note(note):
    longest = WordRule._meta.get_field("note").max_length
    if len(note) > longest:
        raise ValidationError(_("The note is longer than %(most)s characters.") % {"most": longest})
    return note.replace("\0", "")


def _is_same(old, new):
    return all(getattr(old, name) == getattr(new, name) for name in ("action", "is_active", "note"))
