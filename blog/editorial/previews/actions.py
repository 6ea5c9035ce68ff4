"""Making, ending and forgetting links to a draft."""

import json
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import COMMENTS_RELATION_NAME, Page

from blog.lib.secret_tokens import make_token
from blog.lib.trash import is_in_trash

from ..models import PreviewLink
from .rights import may_share

DEFAULT_DAYS = 7
LONGEST_DAYS = 90
MOST_OPEN = 30  # links to one page at a time
KEEP_ENDED = timedelta(days=90)


class TooManyLinksError(ValueError):
    """A page has as many open links as anybody can keep an eye on."""


def make_link(page, by, *, label="", days=DEFAULT_DAYS, is_pinned=False, takes_remarks=False):
    """Return (PreviewLink, token); the token is kept nowhere, so show it now.

    page: a Page. is_pinned: whether the link goes on showing the words of this moment.
    Raises PermissionDenied, TooManyLinksError, and ValueError for days outside 1 to LONGEST_DAYS
    or a page in the trash.
    """
    if not may_share(by, page):
        raise PermissionDenied(f"User {by.pk} may not share page {page.pk}.")
    if not 1 <= days <= LONGEST_DAYS:
        raise ValueError(f"A link lives from 1 to {LONGEST_DAYS} days, not {days}.")
    if is_in_trash(page):
        raise ValueError(f"Page {page.pk} is in the trash.")
    if PreviewLink.objects.open().filter(page=page.pk).count() >= MOST_OPEN:
        raise TooManyLinksError(f"Page {page.pk} has {MOST_OPEN} open links.")
    token, token_hash = make_token()
    with transaction.atomic():
        link = PreviewLink.objects.create(
            page_id=page.pk,
            token_hash=token_hash,
            label=label,
            pinned_content=copy_words(page) if is_pinned else None,
            takes_remarks=takes_remarks,
            created_by=by,
            expires_at=timezone.now() + timedelta(days=days),
        )
        log(page, "editorial.preview_link.make", user=by, data={"label": label})
    return link, token


def copy_words(page):
    """Return the newest words of a page as its revisions hold them, without editors' remarks.

    A copy, because autosave writes over a revision while its session lasts.
    """
    page = Page.objects.get(pk=page.pk)  # what the caller holds may be older than its last save
    revision = page.get_latest_revision()
    content = revision.content if revision else page.specific.serializable_data()
    content = {**content, COMMENTS_RELATION_NAME: []}
    return json.loads(json.dumps(content, cls=DjangoJSONEncoder))


def revoke_link(link, by):
    """End a link; ending it twice changes nothing. Raises PermissionDenied."""
    return _revoke(PreviewLink.objects.filter(pk=link.pk), link.page, by, link.label)


def revoke_all(page, by):
    """End every open link to a page; how many that were. Raises PermissionDenied."""
    return _revoke(PreviewLink.objects.open().filter(page=page.pk), page, by, "")


def _revoke(links, page, by, label):
    if not may_share(by, page):
        raise PermissionDenied(f"User {by.pk} may not share page {page.pk}.")
    with transaction.atomic():
        number = links.filter(revoked_at=None).update(revoked_at=timezone.now())
        if number:
            data = {"label": label, "number": number}
            log(page, "editorial.preview_link.revoke", user=by, data=data)
    return number


def forget_ended_links(now=None):
    """Delete the links that ended 90 days ago, with the words they held; how many went."""
    long_ago = (now or timezone.now()) - KEEP_ENDED
    ended = PreviewLink.objects.filter(expires_at__lt=long_ago)
    revoked = PreviewLink.objects.filter(revoked_at__lt=long_ago)
    return ended.delete()[0] + revoked.delete()[0]
