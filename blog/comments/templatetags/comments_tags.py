"""The replies of a page, and their number."""

from dataclasses import replace

from django import template

from blog.comments.clamping import is_long as is_long_text
from blog.comments.commentable import CommentableMixin
from blog.comments.models import Comment, CommentSettings
from blog.comments.people import get_public_name, is_signed_in, speaks_for_the_journal
from blog.comments.policies import OPEN, get_comments_state
from blog.comments.rows import get_thread_rows
from blog.comments.section import get_section
from blog.comments.takes import get_takes
from blog.comments.tree import count_published
from blog.comments.writing import LONGEST_BODY, get_rating_choices
from blog.lib.html import render_comment
from blog.lib.stars import stars_label
from blog.lib.validity import limit_validity

register = template.Library()


@register.inclusion_tag("comments/section.html", takes_context=True)
def comments_for(context, page):
    """Print a page's replies and the form; nothing for a page that hides or never had them."""
    if not _has_comments(page):
        return {}
    request = context.get("request")
    section = get_section(page, request)
    limit_validity(request, section.closing.closes_at)
    return {
        "request": request,
        "page": page,
        "section": section,
        "commented_page": page,
        "wording": section.wording,
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


@register.simple_tag(takes_context=True)
def readers_takes(context, page):
    """Return the Takes of a film's page (see takes.py), or None where it hides or has none.

    Shares the rows and the settings of `comments_for`, whichever is printed first.
    """
    takes = get_takes(page) if _has_comments(page) else None
    if takes is None:
        return None
    request = context.get("request")
    settings = CommentSettings.for_request(request) if request else None
    return replace(takes, is_open=get_comments_state(page, settings) == OPEN)


@register.inclusion_tag("comments/rating.html")
def rating_input(page, prefix, form=None, answered=None):
    """Print ten half stars to choose from, and none; nothing where nothing can be rated.

    prefix: of the ids. An answer has no stars: the script alone needs them there, for a reader
    who changes their mind, and so they are printed asleep.
    """
    is_shown = bool(form) and form.shows_rating
    if not (page.takes_ratings or is_shown):
        return {}
    chosen = form["rating"].value() if form else ""
    choices = get_rating_choices(chosen)
    return {
        "choices": choices,
        "has_choice": any(choice["is_checked"] for choice in choices),
        "prefix": prefix,
        "errors": form.errors.get("rating") if form else None,
        "is_asleep": bool(answered) and not is_shown,
    }


@register.simple_tag
def longest_body():
    """Return how many characters a reader may write."""
    return LONGEST_BODY


@register.filter
def is_long(comment):
    """Return whether a list shows only how a comment begins."""
    return is_long_text(comment.body, comment.masked)


@register.filter
def rating_words(half_stars):
    """Return "4.5 out of 5" for 9, or "" for no rating: for the admin, which draws no stars."""
    return stars_label(half_stars) if half_stars else ""


@register.filter
def comment_words(comment):
    """Return the safe HTML of a comment as readers see it, with an editor's spoilers too."""
    return render_comment(comment.body, masked=comment.masked)


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
