"""Where an author stopped: the last sentence of a body, as it is stored."""

import json
import re

from wagtail.rich_text import get_text_for_indexing

from blog.blocks.richtext.tidy import readable

LONGEST = 160  # characters; of a longer sentence the end is what the author wrote last
SHORTEST = 25  # "So he left." says too little alone
# A sentence ends with its stop, and with the quotation mark or bracket that may follow it.
END = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][”’»\")])\s+")
# Blocks whose words are the author's own: the block itself, or the part of it that is written.
WRITTEN = {"prose": None, "aside": "text", "spoiler": "body"}


def last_line(stored):
    """Return the last sentence that an author wrote in a body; "" without one.

    stored: the StreamField as a revision keeps it, a str of JSON, or the list that it holds.
    """
    for text in reversed(_texts(stored)):
        words = " ".join(get_text_for_indexing(readable(text)).split())
        if words:
            return _shorten(_last_sentence(words))
    return ""


def _texts(stored):
    blocks = json.loads(stored or "[]") if isinstance(stored, str) else stored or []
    texts = []
    for block in blocks:
        part = WRITTEN.get(block["type"], "")
        value = block["value"]
        if part and isinstance(value, dict):
            value = value.get(part)
        if part != "" and isinstance(value, str):
            texts.append(value)
    return texts


def _last_sentence(words):
    *before, last = END.split(words)
    while before and len(last) < SHORTEST:
        last = f"{before.pop()} {last}"
    return last


def _shorten(sentence):
    if len(sentence) <= LONGEST:
        return sentence
    tail = sentence[-LONGEST:]
    return "…" + tail.partition(" ")[2] if " " in tail else "…" + tail
