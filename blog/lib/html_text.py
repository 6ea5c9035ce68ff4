"""HTML as a letter in plain text, with its paragraphs, lists, quotations and addresses."""

import re
from html.parser import HTMLParser

BLOCKS = {"blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "h2", "h3", "h4", "hr"}
BLOCKS |= {"li", "ol", "p", "ul"}


def html_text(html):
    """Return HTML as plain text, a blank line between paragraphs.

    html: as `plain_html` leaves it. "> " stands before quotations, "- " or a number before the
    items of a list, an address in angle brackets after the words that it stood behind, and what
    was raised in square ones.
    """
    reader = _LetterReader()
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return "".join(reader.pieces)


class _LetterReader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces = []  # paragraphs, each after the line ends that part it from the last
        self.was_item = False
        self.words = []
        self.quotes = 0
        self.lists = []  # of each open list the number of its last item, None without numbers
        self.marker = ""
        self.hrefs = []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in BLOCKS:
            self.end_paragraph()
        if tag == "br":
            self.words.append("\n")
        elif tag == "hr":
            self._add("* * *")
        elif tag == "blockquote":
            self.quotes += 1
        elif tag in ("ul", "ol"):
            self.lists.append(_number_before(attrs.get("start")) if tag == "ol" else None)
        elif tag == "li" and self.lists:
            self._begin_item()
        elif tag == "a":
            self.hrefs.append((attrs.get("href") or "", len(self.words)))
        elif tag == "sup":
            self.words.append("[")
        elif tag == "img" and attrs.get("alt"):
            self.words.append(f"[{attrs['alt']}]")

    def handle_endtag(self, tag):
        if tag == "a" and self.hrefs:
            href, start = self.hrefs.pop()
            if href and "".join(self.words[start:]).strip() != href:
                self.words.append(f" <{href}>")
        elif tag == "sup":
            self.words.append("]")
        if tag in BLOCKS:
            self.end_paragraph()
        if tag == "blockquote":
            self.quotes = max(0, self.quotes - 1)
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()

    def handle_data(self, data):
        self.words.append(re.sub(r"\s+", " ", data))

    def end_paragraph(self):
        lines = (" ".join(line.split()) for line in "".join(self.words).split("\n"))
        text = "\n".join(lines).strip()
        self.words = []
        if text:
            self._add(self.marker + text, is_item=bool(self.marker))
            self.marker = ""

    def _add(self, text, is_item=False):
        if self.pieces:
            self.pieces.append("\n" if is_item and self.was_item else "\n\n")
        quote = "> " * self.quotes
        self.pieces += ["\n".join(quote + line for line in text.split("\n"))]
        self.was_item = is_item

    def _begin_item(self):
        indent = "  " * (len(self.lists) - 1)
        if self.lists[-1] is None:
            self.marker = f"{indent}- "
        else:
            self.lists[-1] += 1
            self.marker = f"{indent}{self.lists[-1]}. "


def _number_before(start):
    return int(start) - 1 if start and start.isdecimal() else 0
