"""Telling people a thing, once: rows and mails in the transaction in which it happens."""

from contextlib import contextmanager
from hashlib import sha256
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from blog.lib.zones import get_zone_of
from blog.outbox.actions import cancel_mails, queue_mails
from blog.outbox.messages import clean_recipient, clean_words
from blog.outbox.server import has_mail_server

from ..models import EditorialNotice
from .choices import get_ways
from .letters import compose, get_about, get_mail_kind
from .people import may_see

LONGEST_TITLE = EditorialNotice._meta.get_field("title").max_length
LONGEST_ADDRESS = EditorialNotice._meta.get_field("address").max_length


@transaction.atomic
def tell(
    kind, page, recipients, words="", address="", key="",
    *, by=None, title="", mails=True, not_before=None,
):  # fmt: skip
    """Tell each of `recipients` a thing, in the ways that they chose.

    kind: a NoticeKind. page: None for what is about no page; then `title` is asked for.
    recipients: accounts; whoever is deactivated, may not see the page or did it themselves (`by`)
    hears nothing. words: plain str, or a function that returns them for one account, called in its
    language and zone. address: a path or URL; left empty, it is the page's in the editor.
    key: stands for this one thing, so that nobody is told of it twice; left empty, it is a new one.
    mails: False where the desk is enough, whatever people chose. not_before: when mails may go.
    """
    people = {user.pk: user for user in recipients if user and user != by}
    people = [user for user in people.values() if may_see(user, page)]
    if not people:
        return
    ways = get_ways(people, kind)
    key = f"{kind}:{key or uuid4()}"
    told = EditorialNotice.objects.filter(dedupe_key=key, recipient__in=people)
    told_ids = set(told.values_list("recipient", flat=True))
    notices = [
        _make(kind, page, user, words, address, key, title)
        for user in people
        if user.pk not in told_ids and (ways[user.pk].on_desk or ways[user.pk].by_mail)
    ]
    EditorialNotice.objects.bulk_create(
        [notice for notice in notices if ways[notice.recipient_id].on_desk], ignore_conflicts=True
    )
    if mails and has_mail_server():
        wanting = [notice for notice in notices if ways[notice.recipient_id].by_mail]
        _queue(wanting, not_before)


@transaction.atomic
def take_back(kind, page, key):
    """Drop a thing that is true no more: from desks, and from the mails that still wait."""
    EditorialNotice.objects.filter(dedupe_key=f"{kind}:{key}", page=page.pk).delete()
    cancel_mails(about=get_about(page.pk), kind=get_mail_kind(kind))


def _make(kind, page, user, words, address, key, title):
    with _as_read_by(user):
        words = words(user) if callable(words) else words
    if page is not None:
        title = title or page.get_admin_display_title()
        address = address or reverse("wagtailadmin_pages:edit", args=[page.pk])
    return EditorialNotice(
        recipient=user,
        kind=kind,
        page_id=page and page.pk,
        title=clean_words(str(title))[:LONGEST_TITLE],
        words=clean_words(str(words)),
        # A longer one would be cut to one that leads nowhere.
        address=address if len(address) <= LONGEST_ADDRESS else "",
        dedupe_key=key,
    )


def _queue(notices, not_before):
    mails = []
    for notice in notices:
        if _has_address(notice.recipient):
            with _as_read_by(notice.recipient):
                mails.append(compose(notice))
            mails[-1]["dedupe_key"] = f"notice {notice.recipient_id} {_hash(notice.dedupe_key)}"
            mails[-1]["not_before"] = not_before
    queue_mails(mails)


@contextmanager
def _as_read_by(user):
    """Speak the language of an account and tell its time meanwhile."""
    profile = getattr(user, "wagtail_userprofile", None)
    # Not the profile's own answer: that is the language of whoever is at work now.
    language = (profile and profile.preferred_language) or settings.LANGUAGE_CODE
    with translation.override(language), timezone.override(get_zone_of(profile)):
        yield


def _has_address(user):
    try:
        clean_recipient(user.email)
    except ValueError:
        return False
    return True


def _hash(key):
    return sha256(key.encode()).hexdigest()
