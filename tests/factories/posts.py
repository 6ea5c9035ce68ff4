"""The smallest valid essays, films and journals."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.posts.models import PostPage

from .indexing import indexed_once


def make_post(journal, title="An essay", *, days_ago=1, live=True, **fields):
    """Return a PostPage under `journal`, a PostIndexPage; live ones published as Wagtail does.

    days_ago: how long since it first appeared. Other fields are the model's.
    """
    post = PostPage(title=title, live=False, **fields)
    with indexed_once():
        journal.add_child(instance=post)
        if live:
            post.first_published_at = timezone.now() - timedelta(days=days_ago)
            post.save_revision().publish()
            post.refresh_from_db()
    return post


def make_scheduled_post(journal, title="A future essay", *, hours=1, **fields):
    """Return a PostPage that is approved to go live in `hours`."""
    go_live_at = timezone.now() + timedelta(hours=hours)
    post = PostPage(title=title, live=False, go_live_at=go_live_at, **fields)
    with indexed_once():
        journal.add_child(instance=post)
        post.save_revision(approved_go_live_at=go_live_at)
    return post


def make_private(page):
    """Let only people who sign in read `page` and what is under it."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page
