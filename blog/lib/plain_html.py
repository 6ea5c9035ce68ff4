"""HTML for places that know neither our styles nor our scripts: feed readers and mail."""

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
    "ol": {"start"},
    "q": {"cite"},
    "time": {"datetime"},
}
# What stands in these is for a page alone: nothing of it is words.
DROPPED = {"button", "form", "iframe", "noscript", "object", "script", "select", "style"}
DROPPED |= {"svg", "template", "textarea"}
ADDRESSES = {"cite", "href", "src"}


def plain_html(html, address):
    """Return `html` with plain tags and absolute addresses alone; spoilers are withheld.

    address: of the page it comes from, absolute. No classes, forms or scripts are left in it.
    """

    def with_whole_address(tag, name, value):
        return urljoin(address, value) if name in ADDRESSES else value

    return mark_safe(  # noqa: S308  cleaned right here
        nh3.clean(
            withhold_spoilers(html, address),
            tags=TAGS,
            clean_content_tags=DROPPED,
            attributes=ATTRIBUTES,
            attribute_filter=with_whole_address,
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
        ).strip()
    )


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
    """Return `html` with each <details class="spoiler"> replaced by its label and a link."""
    if "spoiler" not in html:
        return html
    reader = _Withholder(address)
    reader.feed(html)
    reader.close()
    return "".join(reader.kept)  # a spoiler that was never closed hides all that follows


class _Withholder(HTMLParser):
    """Copies HTML, but of a spoiler only the words of its summary."""

    def __init__(self, address):
        super().__init__(convert_charrefs=False)
        self.address = address
        self.kept = []
        self.depth = 0  # how many details are open from the spoiler inwards
        self.label = []
        self.in_label = 0  # 1 in the spoiler's own summary, 2 in what only eyes see of it

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        is_spoiler = tag == "details" and "spoiler" in (attrs.get("class") or "").split()
        if self.depth or is_spoiler:
            self.depth += tag == "details"
            if tag == "summary" and self.depth == 1:
                self.in_label = 1
            elif self.in_label and attrs.get("aria-hidden") == "true":
                self.in_label = 2
        else:
            self.kept.append(self.get_starttag_text())

    def handle_startendtag(self, tag, attrs):
        if not self.depth:
            self.kept.append(self.get_starttag_text())

    def handle_endtag(self, tag):
        if not self.depth:
            self.kept.append(f"</{tag}>")
            return
        if tag == "summary":
            self.in_label = 0
        if tag == "details":
            self.depth -= 1
            if not self.depth:
                words = mark_safe(" ".join("".join(self.label).split()))  # noqa: S308  source HTML
                self.kept.append(withheld(words, self.address))
                self.label = []

    def handle_data(self, data):
        self._keep(data)

    def handle_entityref(self, name):
        self._keep(f"&{name};")

    def handle_charref(self, name):
        self._keep(f"&#{name};")

    def _keep(self, text):
        if not self.depth:
            self.kept.append(text)
        elif self.in_label == 1:
            self.label.append(text)
