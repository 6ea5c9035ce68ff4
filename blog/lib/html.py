"""HTML from what strangers write, and plain text from HTML."""

import re
from html.parser import HTMLParser

import nh3
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from .spoilers import MASKED, split_spoilers

LINK_REL = "ugc nofollow noopener"
DEEPEST_QUOTE = 6
SPOILER_TAG = '<details class="spoiler">'

# Of them alone nothing is left to see: a quote that held a spoiler and no more.
SPACES_AND_QUOTES = " \t\r\n>"
QUOTE_MARKS = re.compile(r"^(?:[ \t]*>){1,}[ \t]?", re.MULTILINE)


def _make_parser():
    """Return a parser that knows paragraphs, line breaks, > quotes, *emphasis* and whole links."""
    # "zero" knows nothing: no HTML, pictures, headings, tables, lists or code can come in.
    parser = MarkdownIt("zero", {"linkify": True, "breaks": True})
    parser.enable(["blockquote", "emphasis", "newline", "linkify"])
    # Only what says where it leads: "the end.It was" is no address, and mail stays unlinked.
    parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
    for scheme in ("ftp:", "//"):
        parser.linkify.add(scheme, None)
    return parser


_parser = _make_parser()
_cleaner = nh3.Cleaner(
    tags={"p", "br", "em", "strong", "blockquote", "a", "details", "summary", "span", "div"},
    attributes={"a": {"href"}, "span": {"aria-hidden", "data-show", "data-hide"}},
    allowed_classes={"details": {"spoiler"}, "span": {"ui"}},
    url_schemes={"http", "https", "mailto"},
    link_rel=LINK_REL,
)


def render_comment(source, *, masked=(), spoilers_open=False):
    """Return safe HTML for a reader's words, always cleaned as the last step.

    source: plain str with paragraphs, line breaks, `> quotes`, *emphasis*, whole web addresses
    and ||spoilers||, which become <details class="spoiler"> between the paragraphs, closed unless
    told otherwise. masked: passages of it that an editor marked as spoilers.
    """
    html = "".join(
        _spoiler(text, hidden) if hidden else _render(text)
        for hidden, text in split_spoilers(source.replace("\r\n", "\n"), masked)
        if text.strip(SPACES_AND_QUOTES)
    )
    html = _cleaner.clean(html)
    if spoilers_open:
        html = html.replace(SPOILER_TAG, f"{SPOILER_TAG[:-1]} open>")
    return mark_safe(html)  # noqa: S308  cleaned three lines above


def plain_text(html):
    """Return the words of some HTML as one line; spoilers, scripts and styles are left out."""
    reader = _WordReader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.words).split())


def _render(text):
    return _parser.render(QUOTE_MARKS.sub(_limit_quote_depth, text))


def _limit_quote_depth(marks):
    """Return the quote marks of a line, at most DEEPEST_QUOTE: the parser drops deeper words."""
    depth = marks.group().count(">")
    return marks.group() if depth <= DEEPEST_QUOTE else "> " * DEEPEST_QUOTE


def _spoiler(text, hidden):
    by_editor = hidden == MASKED
    return format_html(
        '<details class="spoiler"><summary><span>{}</span>'
        '<span class="ui" aria-hidden="true" data-show="{}" data-hide="{}"></span></summary>'
        "<div>{}</div></details>",
        _("Spoiler marked by an editor") if by_editor else _("This gives something away"),
        _("Show"),
        _("Hide"),
        mark_safe(_render(text)),  # noqa: S308  cleaned with all the rest, last
    )


class _WordReader(HTMLParser):
    """Collects the words of HTML, with a space wherever a tag stood between blocks."""

    silent = {"script", "style", "template"}
    inline = {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong"}
    inline |= {"sub", "sup", "time"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words = []
        self.closing = []  # the end tags that must come before words count again

    def handle_starttag(self, tag, attrs):
        classes = (dict(attrs).get("class") or "").split()
        is_spoiler = tag == "details" and "spoiler" in classes
        if is_spoiler or tag in self.silent or (self.closing and tag == self.closing[-1]):
            self.closing.append(tag)
        if tag not in self.inline:
            self.words.append(" ")

    def handle_endtag(self, tag):
        if self.closing and tag == self.closing[-1]:
            self.closing.pop()
        if tag not in self.inline:
            self.words.append(" ")

    def handle_data(self, data):
        if not self.closing:
            self.words.append(data)
