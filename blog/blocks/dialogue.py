"""Words between people, kept as paragraphs of which each begins with a name and a colon."""

import re
from dataclasses import dataclass

from django.utils.html import linebreaks
from django.utils.safestring import mark_safe

_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)
_NAMED = re.compile(r"\s*([^<>:：]{1,80})[:：]\s*(.*\S.*)", re.DOTALL)


@dataclass(frozen=True)
class DialogueLine:
    """speaker, words: HTML as it stands in the rich text; speaker is "" for a line of nobody."""

    speaker: str
    words: str


def dialogue_lines(html):
    """Return the lines of some rich text, a list of DialogueLine, one for each paragraph.

    "<p>Anna: Stay.</p>" is a line of Anna's; a paragraph without a name goes on unnamed.
    """
    lines = []
    for paragraph in _PARAGRAPH.findall(html) or [html]:
        named = _NAMED.fullmatch(paragraph)
        speaker, words = named.groups() if named else ("", paragraph)
        # An author's rich text, as everywhere; the name cannot hold a tag.
        lines.append(DialogueLine(mark_safe(speaker.strip()), words))  # noqa: S308
    return lines


def dialogue_html(rows):
    """Return rich text for rows of (speaker, words), both plain str; empty rows are left out."""
    return "".join(
        rich_text(f"{speaker}: {words}" if speaker else words)
        for speaker, words in ((who.strip(), _joined(words)) for who, words in rows)
        if words
    )


def rich_text(words):
    """Return plain words as the editor would store them: paragraphs, and lines within them."""
    # Without its slash Wagtail would not see the break, and join the words around it.
    return linebreaks(words, autoescape=True).replace("<br>", "<br/>")


def _joined(words):
    # A blank line would begin a paragraph, and so a line of nobody's.
    return re.sub(r"\s*\n\s*", "\n", words.strip())
