"""What changed between two texts, so that the eye need not look for it."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|[\w’']+|[^\w\s]")


@dataclass(frozen=True)
class Part:
    """Some words of a text, and whether the other text lacks them."""

    text: str
    is_changed: bool


def mark_differences(old, new):
    """Return the Parts of an old text and those of the new one that takes its place."""
    old, new = WORDS.findall(old), WORDS.findall(new)
    old_parts, new_parts = [], []
    for what, begin, end, new_begin, new_end in SequenceMatcher(None, old, new).get_opcodes():
        is_changed = what != "equal"
        if begin < end:
            old_parts.append(Part("".join(old[begin:end]), is_changed))
        if new_begin < new_end:
            new_parts.append(Part("".join(new[new_begin:new_end]), is_changed))
    return old_parts, new_parts
