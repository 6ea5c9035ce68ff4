"""What readers say in the words of schema.org: Comment, and Review where there are stars."""

from django.utils.text import Truncator

from blog.lib.html import plain_text, render_comment
from blog.lib.structured import rating_json_ld

from .commentable import CommentableMixin
from .section import get_section

MOST = 20  # of what the page shows
LONGEST_TEXT = 300  # characters, as of an essay


def comments_json_ld(page, request, address):
    """Return what a page's JSON-LD says of its comments, a dict to merge in; {} without any.

    address: of the page, absolute. No words that a curtain hides, and nothing that was first
    published elsewhere, which is that site's to describe. Costs no query that the page's own
    section does not need.
    """
    if not isinstance(page, CommentableMixin) or not page.pk or page.comments_are_hidden:
        return {}
    section = get_section(page, request)
    told = [comment for comment in section.comments if not comment.origin_name][:MOST]
    published = {comment.pk for comment in section.comments}
    reviews = [_review(comment, address) for comment in told if comment.half_stars]
    comments = [_comment(comment, address, published) for comment in told if not comment.half_stars]
    return {"commentCount": section.count or None, "comment": comments, "review": reviews}


def _comment(comment, address, published):
    is_answer = comment.parent_id in published
    parent = {"@type": "Comment", "@id": _name(comment.parent_id, address)}
    return {
        "@type": "Comment",
        **_said(comment, address),
        "text": _words(comment),
        "parentItem": parent if is_answer else None,
    }


def _review(comment, address):
    return {
        "@type": "Review",
        **_said(comment, address),
        "reviewBody": _words(comment),
        "reviewRating": rating_json_ld(comment.half_stars),
    }


def _said(comment, address):
    return {
        "@id": _name(comment.pk, address),
        "url": f"{address}?comment={comment.pk}#comment-{comment.pk}",
        "author": {"@type": "Person", "name": comment.name},
        "datePublished": comment.created_at,
        "dateModified": comment.edited_at,
    }


def _name(pk, address):
    return f"{address}#comment-{pk}"


def _words(comment):
    words = plain_text(render_comment(comment.body, masked=comment.masked))
    return Truncator(words).chars(LONGEST_TEXT, truncate="…")
