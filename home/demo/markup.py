"""Prose as it is written in the content files, as the rich text that editors edit.

It is Markdown, and beyond it:

    [words](film:the-work)            a link to a page of the demo
    [words](<quote:Who said it>)      a quotation in the sentence, with its source or without
    words^[The note, with *emphasis*]  a footnote
    words[@book:middlemarch 20]       a citation of a film or a book, with its place or without
"""

import re
from html import unescape
from urllib.parse import unquote

from django.utils.html import format_html
from markdown_it import MarkdownIt

# Wagtail's editor knows these two by their older names.
SPELLINGS = {"em": "i", "strong": "b"}
SPELLED = re.compile(r"<(/?)(em|strong)>")
PAGE_LINK = re.compile(r'<a href="((?:essay|film|page):[^"]*)">')
QUOTATION = re.compile(r'<a href="quote:([^"]*)">(.*?)</a>', re.DOTALL)
NOTE = re.compile(r"\^\[((?:[^\[\]]|\[[^\[\]]*\])*)\]")
CITATION = re.compile(r"\[@((film|book):[\w-]+)(?: ([^\]]*))?\]")
# Stands for a finished element while Markdown is read, as it would escape it.
HELD = re.compile("\ue000(\\d+)\ue001")
parser = MarkdownIt("commonmark")


def to_rich_text(source, find):
    """Return the rich text of some prose. A single line break stays one, as in verses.

    find: a callable from "film:the-work" or "book:middlemarch" to the page or the book.
    """
    held = []

    def hold(element):
        held.append(element)
        return f"\ue000{len(held) - 1}\ue001"

    source = NOTE.sub(lambda found: hold(_note(found[1])), source)
    source = CITATION.sub(lambda found: hold(_citation(found, find)), source)
    paragraphs = [part.replace("\n", "  \n") for part in source.strip().split("\n\n")]
    html = parser.render("\n\n".join(paragraphs))
    html = SPELLED.sub(lambda found: f"<{found[1]}{SPELLINGS[found[2]]}>", html)
    html = PAGE_LINK.sub(lambda found: f'<a linktype="page" id="{find(found[1]).pk}">', html)
    html = QUOTATION.sub(_quotation, html)
    html = re.sub(r">\n<", "><", html).replace("<br />\n", "<br/>").strip()
    return HELD.sub(lambda found: held[int(found[1])], html)


def _note(words):
    return format_html('<a linktype="footnote" data-note="{}"></a>', " ".join(words.split()))


def _citation(found, find):
    place = format_html(' data-place="{}"', found[3]) if found[3] else ""
    pk = find(found[1]).pk
    element = '<a linktype="citation" kind="{}" id="{}"{}></a>'
    return format_html(element, found[2], pk, place)


def _quotation(found):
    source = unescape(unquote(found[1]))
    source = format_html(' data-source="{}"', source) if source else ""
    return f"<q{source}>{found[2]}</q>"
