"""HTML for places that know neither our styles nor our scripts: feed readers and mail."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin

import nh3
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

TAGS = {"a", "b", "blockquote", "br", "cite", "dd", "dl", "dt", "em", "figcaption", "figure"}
TAGS |= {"h2", "h3", "h4", "hr", "i", "img", "li", "ol", "p", "q", "small", "strong", "sub"}
TAGS |= {"sup", "time", "ul"}
ATTRIBUTES = {
    "*": {"dir", "lang"},
    "a": {"href", "rel"},
    "blockquote": {"cite"},
    "img": {"alt", "height", "src", "width"},
    "li": {"value"},
    "ol": {"start"},
    "q": {"cite"},
    "time": {"datetime"},
}
# What stands in these is for a page alone: nothing of it is words.
DROPPED = {"button", "form", "iframe", "noscript", "object", "script", "select", "style"}
DROPPED |= {"svg", "template", "textarea"}
BLANK_LINES = re.compile(r"\s*\n\s*")
ADDRESSES = {"cite", "href", "src"}


def plain_html(html, address):
    """Return `html` with plain tags and absolute addresses alone; spoilers are withheld.

    address: of the page it comes from, absolute. No classes, forms or scripts are left in it.
    """

    def with_whole_address(tag, name, value):
        return urljoin(address, value) if name in ADDRESSES else value

    html = nh3.clean(
        withhold_spoilers(html, address),
        tags=TAGS,
        clean_content_tags=DROPPED,
        attributes=ATTRIBUTES,
        attribute_filter=with_whole_address,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return mark_safe(BLANK_LINES.sub("\n", html).strip())  # noqa: S308  cleaned three lines above


def withheld(label, address):
    """Return what stands for a spoiler away from its page: its label and the way to it."""
    return format_html(
        '<p><strong>{}</strong> <i>{}</i> <a href="{}">{}</a></p>',
        label or _("This gives the film away"),
        _("Kept behind a curtain."),
        address,
        _("Open it on the page"),
    )


def withhold_spoilers(html, address):
    """Return `html` with each <details class="spoiler"> replaced by its label and a link.

    What needs our styles or ids goes with it: words that only screen readers would hear, and the
    way to and fro between a note and its number.
    """
    reader = _PageReader(address)
    reader.feed(html)
    reader.close()
    return "".join(reader.kept)  # a spoiler that was never closed hides all that follows


class _PageReader(HTMLParser):
    """Copies HTML but for spoilers, hidden words and links within the page."""

    def __init__(self, address):
        super().__init__(convert_charrefs=False)
        self.address = address
        self.kept = []
        self.silent = []  # the end tags that must come before anything is copied again
        self.label = None  # what is kept of the spoiler that is open, None without one
        self.links = []  # the end tag of each open link

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        classes = (attrs.get("class") or "").split()
        if self.silent:
            self._go_deeper(tag, attrs)
        elif tag == "details" and "spoiler" in classes:
            self.silent.append(tag)
            self.label = []
        elif "vh" in classes or attrs.get("role") == "doc-backlink":
            self.silent.append(tag)
        elif tag == "a":
            self.kept.append(self._open_link(attrs))
        else:
            self.kept.append(self.get_starttag_text())

    # A browser takes no notice of the slash at the end of a tag.
    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        if not self.silent:
            self.kept.append(self.links.pop() if tag == "a" and self.links else f"</{tag}>")
        elif tag == "summary" and self.silent[-1] == "</summary>":
            self.silent.pop()
        elif tag == self.silent[-1]:
            self.silent.pop()
            if not self.silent and self.label is not None:
                words = mark_safe(" ".join("".join(self.label).split()))  # noqa: S308  as it was
                self.kept.append(withheld(words, self.address))
                self.label = None

    def handle_data(self, data):
        if not self.silent:
            self.kept.append(data)
        elif self.silent[-1] == "</summary>":
            self.label.append(data)

    def handle_entityref(self, name):
        self.handle_data(f"&{name};")

    def handle_charref(self, name):
        self.handle_data(f"&#{name};")

    def handle_comment(self, data):
        """Copy nothing: no comment is for readers."""

    def _go_deeper(self, tag, attrs):
        is_own_summary = tag == "summary" and self.silent == ["details"]
        if is_own_summary and self.label == []:
            self.silent.append("</summary>")  # its words are the label
        elif tag == self.silent[-1] or (attrs.get("aria-hidden") and tag == "span"):
            self.silent.append(tag)

    def _open_link(self, attrs):
        """Note how the link ends, and return how it begins."""
        if not (attrs.get("href") or "").startswith("#"):
            self.links.append("</a>")
            return self.get_starttag_text()
        is_number = attrs.get("role") == "doc-noteref"
        self.links.append("</sup>" if is_number else "")
        return "<sup>" if is_number else ""
