"""A body away from its page: in an excerpt, a feed, a letter, a search or a preview elsewhere.

Whatever leaves the page leaves through `outside_form()`, so that what a spoiler hides stays on
the page. A block says how it looks in a feed and a letter by a template of its own name in the
folder `outside` beside its page template; one that says nothing gives its words, never its HTML.
"""

import re
from enum import Enum

from django.template import TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.utils.html import format_html_join
from django.utils.text import Truncator
from wagtail.rich_text import get_text_for_indexing

from blog.lib.html_text import html_text
from blog.lib.plain_html import plain_html

from .gather import gather
from .plain import stream_text


class OutsideForm(Enum):
    """Where a body goes. What comes out is plain str, or safe HTML for FEED and MAIL."""

    EXCERPT = "excerpt"
    SEARCH = "search"
    SOCIAL = "social"
    JSON_LD = "json_ld"
    FEED = "feed"
    MAIL = "mail"
    MAIL_TEXT = "mail_text"


# The most characters of each form that takes the words of the prose alone; None for all of them.
LIMITS = {
    OutsideForm.EXCERPT: 280,
    OutsideForm.SEARCH: None,
    OutsideForm.SOCIAL: 200,
    OutsideForm.JSON_LD: 300,
}

# Before its paragraph a heading reads like a sentence without an end.
HEADINGS = re.compile(r"<(h[1-6])\b.*?</\1>", re.DOTALL)


def outside_form(stream, form, *, address="", page=None, request=None):
    """Return a body in one outside form, without anything that its spoilers hide.

    stream: a StreamValue or None. address: of its page, absolute; the HTML forms and the letter
    need it, as every link in them is absolute. page: whose content notes stand before the body,
    or None. request: lets addresses be made without further queries.
    """
    if form in LIMITS:
        return _words(stream, LIMITS[form])
    is_feed = form is OutsideForm.FEED
    context = {
        "form": "feed" if is_feed else "mail",
        "address": address,
        "page": page,
        "request": request,
    }
    html = plain_html(_html(stream, context), address)
    return html_text(html) if form is OutsideForm.MAIL_TEXT else html


def _words(stream, limit):
    """Return the prose as one line; it names no film and asks for none, so it costs no query."""
    if limit is None:
        return " ".join(stream_text(stream, names={"prose"}).split())
    sources = [raw["value"] for raw in stream.raw_data if raw["type"] == "prose"] if stream else []
    text = get_text_for_indexing(HEADINGS.sub(" ", " ".join(filter(None, sources))))
    return Truncator(" ".join(text.split())).chars(limit, truncate="…")


def _html(stream, context):
    if stream:
        gather(stream)
    blocks = format_html_join(
        "\n", "{}", ((_block_html(child, context),) for child in stream or ())
    )
    context |= {"stream": stream, "blocks": blocks}
    return render_to_string("blocks/blocks/outside/body.html", context)


def _block_html(child, context):
    block, value = child.block, child.value
    template = get_outside_template(block)
    if template is not None:
        return template.render({**context, "value": value})
    words = [str(text).strip() for text in block.get_searchable_content(value)]
    return format_html_join("\n", "<p>{}</p>", ((text,) for text in words if text))


def get_outside_template(block):
    """Return the template of a block's outside form, or None when it has none."""
    folder, _slash, name = (getattr(block.meta, "template", None) or "").rpartition("/")
    if not folder:
        return None
    try:
        return get_template(f"{folder}/outside/{name}")
    except TemplateDoesNotExist:
        return None
