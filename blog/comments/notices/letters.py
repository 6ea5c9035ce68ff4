"""The frame of every mail about comments: HTML from one template, and the plain text of it.

Readers' words go into a template as values and are escaped or cleaned there; no template is ever
made of them.
"""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from wagtail.models import Site

from blog.lib.html import render_comment
from blog.lib.html_text import html_text
from blog.lib.plain_html import plain_html

from .tokens import absolute

FRAME = "emails/frame.html"


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str
    html: str


def make_letter(template_name, context, subject):
    """Return the Letter of a template that holds what stands inside: paragraphs, lists, links.

    subject: plain str. context gets `site_name` and `site_address`.
    """
    context = {"site_name": get_site_name(), "site_address": absolute("/")} | context
    content = render_to_string(template_name, context)
    html = render_to_string(FRAME, context | {"content": content, "subject": subject})
    return Letter(subject=subject, text=f"{html_text(content)}\n", html=html)


def get_words(comment, address):
    """Return a comment's words as safe HTML for a mail; what is a spoiler stays on the page.

    address: of the comment, absolute.
    """
    return plain_html(render_comment(comment.body, masked=comment.masked), address)


def get_site_name():
    """Return the journal's name."""
    site = Site.objects.filter(is_default_site=True).first()
    return (site and site.site_name) or settings.WAGTAIL_SITE_NAME
