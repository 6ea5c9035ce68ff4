"""From the content's tables to the values of StreamFields, led by the blocks themselves."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail import blocks
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from .content import ContentError
from .markup import to_rich_text


def make_stream(field, rows, *, shelf, file, is_finished=True):
    """Return the value of a StreamField for tables with `type` and `value`.

    field: the model's field. is_finished: False for a draft, whose empty fields are let be.
    Raises ContentError, which names the file and the block.
    """
    block = field.stream_block
    raw = []
    for number, row in enumerate(rows, start=1):
        name = row.get("type", "")
        where = f"{file}, {field.name} {number} ({name})"
        if name not in block.child_blocks:
            known = ", ".join(sorted(block.child_blocks))
            raise ContentError(f"{where}: there is no such block; choose one of {known}.")
        value = _to_raw(block.child_blocks[name], row.get("value"), shelf, where)
        raw.append({"type": name, "value": value})
    value = block.to_python(raw)
    if not is_finished:
        return value
    try:
        return block.clean(value)
    except ValidationError as error:
        path, problem = _first_problem(error)
        where = ", ".join(str(part) for part in [f"{field.name} {path[0]}", *path[1:]])
        raise ContentError(f"{file}, {where}: {problem} Correct it.") from None


def _to_raw(block, value, shelf, where):
    """Return `value` as the block stores it: Markdown as rich text, names as ids."""
    try:
        if isinstance(block, blocks.RichTextBlock):
            return to_rich_text(value or "", shelf.find)
        if isinstance(block, ImageBlock):
            return _image_with_alt(value, shelf)
        if isinstance(block, blocks.ChooserBlock):
            return _chosen(block, value, shelf)
    except LookupError as error:
        raise ContentError(f"{where}: {error}") from None
    if isinstance(block, blocks.StructBlock):
        return _struct(block, value or {}, shelf, where)
    if isinstance(block, blocks.ListBlock):
        return [
            _to_raw(block.child_block, row, shelf, f"{where}, row {number}")
            for number, row in enumerate(value or [], start=1)
        ]
    if isinstance(block, blocks.DateBlock) and isinstance(value, date):
        # What was checked or counted is not of the future, whatever the clock says.
        return min(value, timezone.localdate())
    return value


def _struct(block, value, shelf, where):
    for key in value:
        if key not in block.child_blocks:
            known = ", ".join(block.child_blocks)
            raise ContentError(f"{where}: {key} is not known; the keys here are {known}.")
    return {
        key: _to_raw(block.child_blocks[key], part, shelf, f"{where}, {key}")
        for key, part in value.items()
    }


def _chosen(block, name, shelf):
    """Return the id of what `name` stands for, None for no name."""
    if not name:
        return None
    if isinstance(block, ImageChooserBlock):
        return shelf.image(name).pk
    find = {
        "Book": shelf.book,
        "FilmPage": shelf.film,
        "Person": shelf.person,
        "Quote": shelf.quote,
        "Page": shelf.page,
    }
    return find[block.target_model.__name__](name).pk


def _image_with_alt(name, shelf):
    image = shelf.image(name)
    return {"image": image.pk, "alt_text": image.description, "decorative": False}


def _first_problem(error):
    """Return (path to the block, sentence) of the first thing wrong in a nested error."""
    nested = getattr(error, "block_errors", None)
    if not nested:
        if not hasattr(error, "messages"):
            error = error.as_data()[0]
            return _first_problem(error)
        return [], error.messages[0]
    pairs = nested.items() if isinstance(nested, dict) else enumerate(nested)
    key, inner = next((key, inner) for key, inner in pairs if inner)
    path, problem = _first_problem(inner)
    return [key + 1 if isinstance(key, int) else key, *path], problem
