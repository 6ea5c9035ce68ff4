"""The stored bodies of a page, block by block, without asking for anything that they choose."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.blocks.field_block import BaseChoiceBlock
from wagtail.blocks.static_block import StaticBlock
from wagtail.fields import StreamField

from .written import read_rich_text

# Their value says how something is shown, and is nothing by itself.
SAYS_NOTHING = (BaseChoiceBlock, blocks.BooleanBlock)


@dataclass(frozen=True)
class Piece:
    """A block at any depth. raw: as it is stored. number: of its outermost block, from 1."""

    block: blocks.Block
    raw: object
    path: str
    number: int
    outer: str
    is_outermost: bool
    parent: blocks.Block | None = None

    @property
    def where(self):
        """The outermost block in words: "Block 3, Quotation"."""
        return _("Block %(number)d, %(name)s") % {"number": self.number, "name": self.outer}

    @cached_property
    def written(self):
        """The rich text of a RichTextBlock, taken apart; of other blocks None."""
        return read_rich_text(self.raw) if isinstance(self.block, blocks.RichTextBlock) else None


def walk(page):
    """Yield every Piece of a page's bodies, from the outside in, in the order of reading.

    Content notes are no body. A block of a type that is gone is left out.
    """
    for name in get_body_names(page):
        stream = getattr(page, name)
        kinds = stream.stream_block.child_blocks
        for number, raw in enumerate(stream.raw_data, start=1):
            block = kinds.get(raw["type"])
            if block is not None:
                path = ".".join(filter(None, (name, raw.get("id"))))
                outer = Piece(block, raw["value"], path, number, str(block.label), True)
                yield from _descend(outer)


def get_body_names(page):
    """Return the names of the StreamFields of a page, its content notes left out."""
    fields = (field for field in page._meta.get_fields() if isinstance(field, StreamField))
    return [field.name for field in fields if field.name != "content_notes"]


def _descend(piece):
    yield piece
    block, raw = piece.block, piece.raw
    if isinstance(block, blocks.StructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            yield from _descend(_below(piece, child, raw.get(name), name))
    elif isinstance(block, blocks.ListBlock):
        for name, value in _rows(raw):
            yield from _descend(_below(piece, block.child_block, value, name))
    elif isinstance(block, blocks.StreamBlock):
        for child in raw or ():
            if child["type"] in block.child_blocks:
                below = block.child_blocks[child["type"]]
                yield from _descend(_below(piece, below, child["value"], child.get("id")))


def _below(piece, block, raw, name):
    path = f"{piece.path}.{name}" if name else piece.path
    return Piece(block, raw, path, piece.number, piece.outer, False, piece.block)


def _rows(raw):
    """Yield (id, value) of a stored list; "" for an id that older forms of it lack."""
    for item in raw or ():
        is_wrapped = isinstance(item, dict) and item.get("type") == "item" and "id" in item
        yield (item["id"], item["value"]) if is_wrapped else ("", item)


def is_empty(block, raw):
    """Return whether the stored value of a block holds nothing that readers could see."""
    if isinstance(block, StaticBlock):
        return False
    if isinstance(block, SAYS_NOTHING):
        return True
    if isinstance(block, blocks.RichTextBlock):
        return read_rich_text(raw).is_empty
    if isinstance(block, blocks.StructBlock):
        raw = raw if isinstance(raw, dict) else {}
        return all(is_empty(child, raw.get(name)) for name, child in block.child_blocks.items())
    if isinstance(block, blocks.ListBlock):
        return all(is_empty(block.child_block, value) for _name, value in _rows(raw))
    if isinstance(block, blocks.StreamBlock):
        kinds = block.child_blocks
        rows = [child for child in raw or () if child["type"] in kinds]
        return all(is_empty(kinds[child["type"]], child["value"]) for child in rows)
    return raw in (None, "", [], {}) or (isinstance(raw, str) and not raw.strip())
