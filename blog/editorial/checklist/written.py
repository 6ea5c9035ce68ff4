"""Stored rich text, taken apart: its words, headings, links, and what it sets apart."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "br", "hr"}
SETS_APART = {"i", "em", "q", "cite"}
IN_MARKS = re.compile("[“„«]([^“”„«»]{1,200})[”“»]")


@dataclass
class Link:
    """attrs: of the tag as it is stored. text: its words."""

    attrs: dict
    text: str = ""


@dataclass
class Written:
    """headings: (level, words). apart: words in italics or between quotation marks."""

    text: str = ""
    headings: list = field(default_factory=list)
    links: list = field(default_factory=list)
    apart: list = field(default_factory=list)
    has_embed: bool = False

    @property
    def is_empty(self):
        return not self.text.strip() and not self.has_embed


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.written, self.parts = Written(), []
        self.open = []  # (tag, where its words begin in `parts`, its Link or None)

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.parts.append("\n")
        if tag in {"embed", "img"}:
            self.written.has_embed = True
        elif tag not in {"br", "hr"}:
            link = Link(dict(attrs)) if tag == "a" else None
            self.open.append((tag, len(self.parts), link))

    def handle_endtag(self, tag):
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place][0] == tag:
                _tag, start, link = self.open[place]
                del self.open[place:]
                self._close(tag, " ".join("".join(self.parts[start:]).split()), link)
                break
        if tag in BLOCKS:
            self.parts.append("\n")

    def _close(self, tag, words, link):
        if link:
            link.text = words
            self.written.links.append(link)
        elif tag in SETS_APART:
            self.written.apart.append(words)
        elif re.fullmatch("h[1-6]", tag):
            self.written.headings.append((int(tag[1]), words))

    def handle_data(self, data):
        self.parts.append(data)


def read_rich_text(html):
    """Return what stands in stored rich text, a str or None, as Written."""
    reader = _Reader()
    reader.feed(html if isinstance(html, str) else "")
    reader.close()
    written = reader.written
    written.text = "".join(reader.parts)
    written.apart += IN_MARKS.findall(written.text)
    return written
