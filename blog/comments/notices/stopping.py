"""Ending mails, and taking that back: both as often as anybody likes, with the same result."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from blog.outbox.models import Mail

from ..models import Comment, Commenter, ModeratorMail, Notice
from .audience import get_person_id

COMMENT, PAGE, EVERYTHING = SCOPES = ("comment", "essay", "everything")
Frequency = ModeratorMail.Frequency


@transaction.atomic
def stop_mails(link, scope):
    """End the mails of a StopLink: about one comment, one page, or all of them."""
    if link.user:
        set_frequency(link.user, Frequency.NEVER)
        return
    now = timezone.now()
    if scope == EVERYTHING:
        get_addresses(link).update(mail_stopped_at=now)
        waiting = Mail.objects.waiting().filter(notices__commenter__in=get_addresses(link))
        ids = set(waiting.filter(kind="comment-notice").values_list("pk", flat=True))
        Mail.objects.waiting().filter(pk__in=ids).update(state=Mail.State.CANCELLED)
    else:
        get_wishes(link, scope).filter(notify_stopped_at=None).update(notify_stopped_at=now)


@transaction.atomic
def resume_mails(link, scope):
    """Have the mails come again that `stop_mails` ended with the same link and scope."""
    if link.user:
        set_frequency(link.user, link.frequency or Frequency.HOURLY)
    elif scope == EVERYTHING:
        get_addresses(link).update(mail_stopped_at=None)
    else:
        get_wishes(link, scope).update(notify_stopped_at=None)


def get_stopped(link):
    """Return {scope: whether mails of it have ended} for what there still is to end.

    Empty when nothing is known any more of whom the link is for.
    """
    if link.user:
        if not get_user_model().objects.filter(pk=link.user).exists():
            return {}
        row = ModeratorMail.objects.filter(user=link.user).first()
        return {EVERYTHING: bool(row) and row.frequency == Frequency.NEVER}
    addresses = list(get_addresses(link))
    if not addresses:
        return {}
    stopped = {}
    for scope in (COMMENT, PAGE):
        wishes = list(get_wishes(link, scope))
        if wishes:
            stopped[scope] = all(wish.notify_stopped_at for wish in wishes)
    return stopped | {EVERYTHING: all(address.mail_stopped_at for address in addresses)}


def get_addresses(link):
    """Return the rows of a reader: the person, and every address that was merged into them."""
    person = get_person_id(link.person)
    return Commenter.objects.filter(Q(pk=person) | Q(merged_into=person))


def get_wishes(link, scope):
    """Return the comments with which the reader asked for mail, on one page or only one."""
    wishes = Comment.objects.filter(commenter__in=get_addresses(link)).exclude(notify="")
    return wishes.filter(pk=link.comment) if scope == COMMENT else wishes.filter(page=link.page)


@transaction.atomic
def set_frequency(user_id, frequency):
    """Store how often an account wants to hear of what waits; without mail nothing is kept back."""
    if not get_user_model().objects.filter(pk=user_id).exists():
        return
    ModeratorMail.objects.update_or_create(user_id=user_id, defaults={"frequency": frequency})
    if frequency == Frequency.NEVER:
        Notice.objects.filter(user_id=user_id, mailed_at=None).delete()
