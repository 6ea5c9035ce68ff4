"""Prose as it is written in the content files, as the rich text that editors edit."""

import re

from markdown_it import MarkdownIt

# Wagtail's editor knows these two by their older names.
SPELLINGS = {"em": "i", "strong": "b"}
SPELLED = re.compile(r"<(/?)(em|strong)>")
PAGE_LINK = re.compile(r'<a href="((?:essay|film|page):[^"]*)">')
parser = MarkdownIt("commonmark")


def to_rich_text(source, find_page):
    """Return Markdown as rich text; `[words](film:the-work)` becomes a link to that page.

    find_page: a callable from "film:the-work" to the page. A single line break stays one, as in
    verses.
    """
    paragraphs = [part.replace("\n", "  \n") for part in source.strip().split("\n\n")]
    html = parser.render("\n\n".join(paragraphs))
    html = SPELLED.sub(lambda found: f"<{found[1]}{SPELLINGS[found[2]]}>", html)
    html = PAGE_LINK.sub(lambda found: f'<a linktype="page" id="{find_page(found[1]).pk}">', html)
    return re.sub(r">\n<", "><", html).replace("<br />\n", "<br/>").strip()
