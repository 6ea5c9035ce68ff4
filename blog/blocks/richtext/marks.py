"""Marks in a line: elements without words, which the editor shows as one character."""

import re

from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    FORCE_WHITESPACE,
    KEEP_WHITESPACE,
    InlineEntityElementHandler,
)

# What stands in the editor's text where the mark is; it is never stored.
MARK = "※"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class MarkElementHandler(InlineEntityElementHandler):
    """From the stored element to one character of the editor's text, behind its words if any."""

    mutability = "IMMUTABLE"

    def handle_endtag(self, name, state, contentstate):
        mark = state.current_entity_ranges.pop()
        if state.leading_whitespace == FORCE_WHITESPACE:
            state.current_block.text += " "
        mark.offset, mark.length = len(state.current_block.text), len(MARK)
        state.current_block.text += MARK
        state.leading_whitespace = KEEP_WHITESPACE


def mark_element(linktype, attributes):
    """Return the stored element of a mark, without the editor's character.

    attributes: {name: str}; the empty ones are left out.
    """
    kept = {name: value for name, value in attributes.items() if value}
    return DOM.create_element("a", {"linktype": linktype, **kept})


def line(value, longest):
    """Return what a script sent as one line of at most `longest` letters; "" for anything odd."""
    return " ".join(_CONTROLS.sub("", value).split())[:longest] if isinstance(value, str) else ""


def stored(value):
    """Return an attribute's value with the apostrophes that Wagtail's reader leaves escaped."""
    return (value or "").replace("&#x27;", "'")
