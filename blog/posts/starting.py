"""Beginning an essay from what is kept already: a film, an evening with it, a quotation."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.models import COMMENTS_RELATION_NAME, Page, PageSubscription
from wagtail.models import Comment as EditorialComment

from blog.films.models import FilmPage

from .actions import sign_with_own_byline
from .models import PostIndexPage, PostPage

DRAFTS_SHOWN = 5


@dataclass(frozen=True)
class Beginning:
    """What a new essay holds before its author has written a word.

    go_live_at: a wish; nothing is scheduled. remark: plain text for the margin of the editor.
    """

    title: str
    film: FilmPage | None = None
    half_stars: int | None = None
    body: list = field(default_factory=list)  # of (block type, its stored value)
    go_live_at: datetime | None = None
    remark: str = ""


def begin_from_film(film):
    return Beginning(title=film.title, film=film, body=[_card(film)])


def begin_from_viewing(viewing):
    """Return the beginning of an essay about an evening; of a private one, the film alone."""
    if viewing.is_private:
        return begin_from_film(viewing.film)
    body = [_card(viewing.film)]
    if viewing.watched_on:
        sentence = _("Seen again on %(day)s.") if viewing.is_rewatch else _("Seen on %(day)s.")
        words = sentence % {"day": date_format(viewing.watched_on, _("j F Y"))}
        body.insert(0, ("prose", f"<p>{escape(words)}</p>"))
    return Beginning(viewing.film.title, viewing.film, viewing.half_stars, body)


def begin_from_quote(quote):
    title = quote.film.title if quote.film else quote.book.title if quote.book else str(quote)
    return Beginning(
        title=title,
        film=quote.film,
        body=[("book_quote", {"quote": quote.pk, "form": "block"})],
    )


def get_journal():
    """Return the PostIndexPage that new essays stand under, or None before it was made."""
    return PostIndexPage.objects.order_by("path").first()


def may_start_essay(user):
    """Return whether `user` may add essays to the journal; asked once for every row of a list."""
    if not hasattr(user, "_may_start_essay"):
        journal = get_journal()
        may = bool(journal and journal.permissions_for_user(user).can_add_subpage())
        user._may_start_essay = may  # for the request, as Wagtail keeps its own permissions
    return user._may_start_essay


def find_begun(user, film):
    """Return the user's own drafts about `film`, the one worked on last first."""
    if film is None:
        return PostPage.objects.none()
    drafts = PostPage.objects.filter(owner=user, film=film, live=False).defer_streamfields()
    return drafts.order_by("-latest_revision_created_at", "-pk")[:DRAFTS_SHOWN]


def start_essay(*, user, beginning, key: UUID):
    """Add a draft below the journal and return it.

    key: of the form; sent again, the draft that it made is returned.
    Raises PermissionDenied.
    """
    if not may_start_essay(user):
        raise PermissionDenied(f"User {user.pk} may not add essays to the journal.")
    with transaction.atomic():
        # Locked, so that a form sent twice at once waits here for itself.
        journal = PostIndexPage.objects.select_for_update(of=("self",)).get(pk=get_journal().pk)
        # A page has one translation key and no other page may have it: the form's serves as such.
        if begun := PostPage.objects.filter(translation_key=key, owner=user).first():
            return begun
        if Page.objects.filter(translation_key=key).exists():
            key = uuid4()  # of somebody else's page, which only a forged form says
        post = _make_draft(user, beginning)
        post.translation_key = key
        journal.add_child(instance=post)
        PageSubscription.objects.update_or_create(
            page=post, user=user, defaults={"comment_notifications": True}
        )
        post.save_revision(user=user, log_action=True)
    return post


def _make_draft(user, beginning):
    title = beginning.title[: PostPage._meta.get_field("title").max_length]
    rows = [{"type": kind, "value": value} for kind, value in beginning.body]
    post = PostPage(
        title=title,
        live=False,
        owner=user,
        film=beginning.film,
        half_stars=beginning.half_stars,
        go_live_at=beginning.go_live_at,
        body=json.dumps(rows),
    )
    sign_with_own_byline(post)
    if beginning.remark:
        # At the title, where it is seen first.
        remark = EditorialComment(user=user, text=beginning.remark, contentpath="title")
        setattr(post, COMMENTS_RELATION_NAME, [remark])
    return post


def _card(film):
    return ("film_card", {"film": film.pk, "note": "", "size": "card"})
