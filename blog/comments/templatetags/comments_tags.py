"""The replies of a page, and their number."""

from django import template

from blog.comments.commentable import CommentableMixin
from blog.comments.models import Comment
from blog.comments.people import get_public_name, is_signed_in, speaks_for_the_journal
from blog.comments.section import get_section, get_thread_rows
from blog.comments.tree import count_published
from blog.lib.html import render_comment

register = template.Library()


@register.inclusion_tag("comments/section.html", takes_context=True)
def comments_for(context, page):
    """Print a page's replies and the form; nothing for a page that hides or never had them."""
    if not _has_comments(page):
        return {}
    request = context.get("request")
    section = get_section(page, request)
    return {
        "request": request,
        "page": page,
        "section": section,
        "commented_page": page,
        "writer_ids": page.get_writer_ids(),
        "notify_choices": Comment.Notify.choices,
        "signed_in_name": _get_signed_in_name(request),
    }


@register.simple_tag
def comment_count(page):
    """Return how many published replies a page has, or None where it hides them.

    Asks nothing where the list set `published_comment_count` (see querysets.count_comments_of),
    and shares the rows of `comments_for` otherwise.
    """
    if not _has_comments(page):
        return None
    counted = getattr(page, "published_comment_count", None)
    return count_published(get_thread_rows(page)) if counted is None else counted


@register.filter
def comment_html(source):
    """Return the safe HTML of a reader's words."""
    return render_comment(source)


@register.filter
def comment_html_opened(source):
    """Return the same with its spoilers open, for those who decide on the words."""
    return render_comment(source, spoilers_open=True)


@register.filter
def initial(name):
    """Return the first letter of a name, for the face beside it."""
    return name.strip()[:1].upper()


def _has_comments(page):
    # A new page has no row yet while its first preview is drawn.
    return isinstance(page, CommentableMixin) and page.pk and not page.comments_are_hidden


def _get_signed_in_name(request):
    """Return the name under which a signed-in person of the journal replies, or ""."""
    if request is None or not is_signed_in(request) or not speaks_for_the_journal(request.user):
        return ""
    return get_public_name(request.user)
