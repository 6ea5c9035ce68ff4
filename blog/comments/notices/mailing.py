"""From rows to mails: one for each person whose notices are due.

A person is claimed by a conditional UPDATE that also keeps the minutes between two mails; the
claim, the mail and the mark on the notices are one transaction. Any number of workers may run,
and one that dies leaves everything as it was.
"""

import hashlib
import logging
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation

from blog.outbox.actions import MailRefused, queue_mail
from blog.outbox.server import has_mail_server

from ..models import Commenter, ModeratorMail, Notice
from . import moderators_mail, readers_mail
from .audience import get_person_id

logger = logging.getLogger(__name__)
Frequency = ModeratorMail.Frequency

PAUSE = timedelta(minutes=10)  # between two mails to one person
PAUSES = {
    Frequency.AT_ONCE: PAUSE,
    Frequency.HOURLY: timedelta(hours=1),
    Frequency.DAILY: timedelta(days=1),
}
MOST_PEOPLE = 100  # in one run; the next one comes in seconds
KEEP = timedelta(days=90)


def mail_due_notices():
    """Queue a mail for everybody who has something to hear; return how many mails that were."""
    if not has_mail_server():
        return 0
    with translation.override(settings.LANGUAGE_CODE):
        readers = due_notices().filter(rested("commenter__noticed_at", PAUSE))
        people = _first_of(readers, "commenter_id")
        mails = sum(_attempt(mail_reader, commenter_id=person) for person in people)
        accounts = _first_of(due_notices().filter(ready_accounts()), "user_id")
        return mails + sum(_attempt(mail_moderator, user_id=account) for account in accounts)


def delete_old_notices(now=None):
    """Delete notices of long ago, mailed or never; return how many."""
    limit = (now or timezone.now()) - KEEP
    old = Q(mailed_at__lt=limit) | Q(mailed_at=None, due_at__lt=limit)
    return Notice.objects.filter(old).delete()[0]


def due_notices():
    """Return the notices that nobody was told of and whose time has come, the first one first."""
    return Notice.objects.filter(mailed_at=None, due_at__lte=timezone.now())


def rested(field, pause):
    """Return a condition: the last mail was never, or longer ago than `pause`."""
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__lte": timezone.now() - pause})


def ready_accounts():
    """Return a condition on notices: their account wants to hear now. A flood is told at once."""
    row = "user__moderator_mail"
    is_ready = Q(**{f"{row}__isnull": True}, user__isnull=False)
    for frequency, pause in PAUSES.items():
        is_its_time = rested(f"{row}__last_mailed_at", pause)
        is_ready |= Q(**{f"{row}__frequency": frequency}) & is_its_time
    flood = Q(kind=Notice.Kind.FLOOD, user__isnull=False)
    return is_ready | flood & rested(f"{row}__last_mailed_at", PAUSE)


@transaction.atomic
def mail_reader(commenter_id):
    """Queue what one reader is to hear; return the number of mails, 0 when another was faster.

    More than one only when addresses were merged, and words came from several of them.
    """
    person = get_person_id(commenter_id)  # they may have been merged since
    claim = _claim(Commenter.objects.filter(pk=person), "noticed_at", PAUSE)
    if not claim:
        return 0
    notices = _fetch(commenter_id=commenter_id)
    entries = readers_mail.get_entries(notices, person)
    by_address = {}
    for entry in entries:
        by_address.setdefault(entry.recipient, []).append(entry)
    mails = [
        _queue(readers_mail.compose(group, person), [entry.notice for entry in group])
        for group in by_address.values()
    ]
    return _finish(claim, notices, mails)


@transaction.atomic
def mail_moderator(user_id):
    """Queue what one account is to look at; return the number of mails, 0 or 1."""
    user = get_user_model().objects.filter(pk=user_id).first()
    if user is None:
        return 0
    wish, _is_new = ModeratorMail.objects.get_or_create(user=user)
    has_flood = due_notices().filter(user=user, kind=Notice.Kind.FLOOD).exists()
    pause = PAUSE if has_flood else PAUSES.get(wish.frequency, PAUSE)
    claim = _claim(ModeratorMail.objects.filter(pk=wish.pk), "last_mailed_at", pause)
    if not claim:
        return 0
    notices = _fetch(user_id=user_id)
    cases = moderators_mail.get_cases(notices, user)
    mails = []
    if cases and wish.frequency != Frequency.NEVER:
        mail = moderators_mail.compose(cases, user, wish.frequency)
        mails = [_queue(mail, [case.notice for case in cases])]
    return _finish(claim, notices, mails)


def _first_of(notices, field):
    rows = notices.filter(**{f"{field}__isnull": False}).order_by(field)
    return rows.values_list(field, flat=True).distinct()[:MOST_PEOPLE]


def _attempt(mail_somebody, **whom):
    """Call one of the two above; what goes wrong with one person keeps nobody else waiting."""
    try:
        return mail_somebody(**whom)
    except Exception:
        logger.exception("A mail about comments could not be written; it is tried again.")
        due_notices().filter(**whom).update(due_at=timezone.now() + PAUSE)
        return 0


def _fetch(**whom):
    rows = due_notices().filter(**whom).select_related(
        "comment__page", "comment__author", "comment__commenter__merged_into",
        "comment__waiting_edit",
    )  # fmt: skip
    return list(rows.prefetch_related("comment__reports").order_by("due_at", "pk"))


def _claim(rows, field, pause):
    """Claim a person until the transaction ends; return how to give the claim back, or None."""
    before = rows.values_list(field, flat=True).first()
    now = timezone.now()
    if before is not None and before > now - pause:
        return None
    if not rows.filter(**{field: before}).update(**{field: now}):
        return None
    return rows, {field: before}


def _queue(mail, notices):
    """Queue one mail and mark its notices; return its row, or None for a refused address."""
    ids = sorted(notice.pk for notice in notices)
    # A notice is told of once, so that their ids stand for this mail alone.
    numbers = hashlib.sha256(repr(ids).encode()).hexdigest()
    try:
        row = queue_mail(dedupe_key=f"notices {numbers}", **mail)
    except MailRefused:
        return None
    Notice.objects.filter(pk__in=ids).update(mail=row, mailed_at=timezone.now())
    return row


def _finish(claim, notices, mails):
    """Drop what nobody is to hear any more, and count the mails; without one nobody was claimed."""
    ids = [notice.pk for notice in notices]
    Notice.objects.filter(pk__in=ids, mailed_at=None).delete()
    written = sum(1 for mail in mails if mail)
    if not written:
        rows, before = claim
        rows.update(**before)
    return written
