"""Sending one mail: claimed by one UPDATE, sent outside of any transaction, marked.

A worker that is killed after the server took the mail and before the mark sends it again, with
the same Message-ID; nothing else sends one twice, and nothing loses one.
"""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import get_random_string

from blog.lib.retrying import MOST_TRIES, pause_after
from blog.lib.task_worker import worker_prefix

from .messages import make_message
from .models import Mail, MailStop
from .refusals import NoMailServer, in_words, is_about_the_address, is_refused_recipient
from .server import has_mail_server

logger = logging.getLogger(__name__)
State = Mail.State

UNCLAIMED = {"claimed_at": None, "claimed_by": ""}


def deliver_mail(mail_id, *, try_again):
    """Send a mail that is due, and return whether the server took it.

    A mail that is gone, cancelled, sent, or claimed by another is left alone. try_again: called
    as `try_again(mail_id, when)` in the transaction that puts a failed mail back.
    """
    claim = worker_prefix() + get_random_string(12)
    claimed = Mail.objects.due().filter(pk=mail_id).order_by()
    if not claimed.update(
        state=State.SENDING,
        attempts=F("attempts") + 1,
        claimed_at=timezone.now(),
        claimed_by=claim,
    ):
        return False
    mail = Mail.objects.filter(pk=mail_id, claimed_by=claim).first()
    if mail is None:
        return False  # forgotten since it was claimed
    try:
        if not has_mail_server():
            # Printed on the console it would be marked as sent, and lost.
            raise NoMailServer
        make_message(mail).send()
    except Exception as error:
        put_back(mail, error, try_again)
        return False
    mark_sent(mail)
    return True


def mark_sent(mail):
    """Note that the server took a mail, even if the claim was thought abandoned meanwhile."""
    with transaction.atomic():
        Mail.objects.filter(pk=mail.pk).update(
            state=State.SENT, sent_at=timezone.now(), last_error="", **UNCLAIMED
        )
        MailStop.objects.of(mail.recipient).delete()


def put_back(mail, error, try_again):
    """Have a mail that could not be sent wait for its next try, or give it up."""
    # Never the address: a log is kept longer and read by more people than a row.
    logger.warning("Mail %s was not sent (%s).", mail.pk, type(error).__name__)
    is_final = is_refused_recipient(error) or mail.attempts >= MOST_TRIES
    change = {"state": State.FAILED} if is_final else {"state": State.WAITING}
    when = timezone.now() + (timedelta() if is_final else pause_after(mail.attempts))
    with transaction.atomic():
        if is_about_the_address(error):
            count_refusal(mail.recipient, in_words(error))
        changed = Mail.objects.filter(pk=mail.pk, claimed_by=mail.claimed_by).update(
            not_before=when, last_error=in_words(error), **change, **UNCLAIMED
        )
        if changed and not is_final:
            try_again(mail.pk, when)


def count_refusal(address, words):
    """Note that a server refused an address for good."""
    MailStop.objects.get_or_create(recipient=address.lower())
    MailStop.objects.of(address).update(
        refusals=F("refusals") + 1, refused_at=timezone.now(), last_error=words
    )
