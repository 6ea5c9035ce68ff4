"""Templates rendered alone, without a page around them."""

from bs4 import BeautifulSoup
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

from blog.films.blocks.guide import GuideBody
from blog.posts.blocks import PostBody


def body_of(*children):
    """Return the HTML of an essay's body. children: (stream name, value as it is stored)."""
    raw = [{"type": name, "value": with_row_ids(value)} for name, value in children]
    stream = PostBody().to_python(raw)
    return parse(render_to_string("components/body.html", {"stream": stream}, a_request()))


def with_row_ids(value):
    """Return a stored value whose rows have ids: without one Wagtail takes a row for its value."""
    if isinstance(value, list):
        return [with_row_ids(row) for row in value]
    if not isinstance(value, dict):
        return value
    row = {"id": "row"} if value.get("type") == "item" else {}
    return row | {name: with_row_ids(part) for name, part in value.items()}


def every_block():
    """Return {name: block} for every block that a body or a guide may hold."""
    return {**GuideBody().child_blocks, **PostBody().child_blocks}


def render(source, path="/", **context):
    """Return the HTML of a template's source."""
    return Template(source).render(Context({"request": a_request(path), **context}))


def a_request(path="/"):
    return RequestFactory().get(path)


def parse(html):
    return BeautifulSoup(html, "html.parser")
