"""What the clock does for mails: takes up what dead workers left, and clears away the old."""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from blog.lib.retrying import MOST_TRIES
from blog.lib.task_worker import arguments_in_queue, is_gone

from .delivery import UNCLAIMED
from .models import Mail
from .tasks import enqueue_mail, enqueue_mails, send_queued_mail

logger = logging.getLogger(__name__)
State = Mail.State

# Every wait for the server ends after EMAIL_TIMEOUT, so no mail takes as long as this.
LONGEST_SENDING = timedelta(minutes=10)
KEEP_SENT = timedelta(days=30)
KEEP_FAILED = timedelta(days=90)


def put_back_unfinished():
    """Have mails wait again whose worker died while it sent them; return how many they were.

    A worker of this machine whose process is gone is known at once, any other by the clock. A
    mail that was begun too often is given up, lest it kill every worker in turn.
    """
    count = 0
    long_ago = timezone.now() - LONGEST_SENDING
    for mail in Mail.objects.being_sent():
        if mail.claimed_at > long_ago and not is_gone(mail.claimed_by):
            continue
        is_final = mail.attempts >= MOST_TRIES
        now = timezone.now()
        with transaction.atomic():
            # Only if nobody put it back or marked it since it was read.
            changed = Mail.objects.filter(
                pk=mail.pk, state=State.SENDING, claimed_by=mail.claimed_by
            ).update(
                state=State.FAILED if is_final else State.WAITING,
                not_before=now,
                last_error=_("The program ended while it sent this mail, which may have arrived."),
                **UNCLAIMED,
            )
            if changed and not is_final:
                enqueue_mail(mail.pk, now)
        count += changed
    if count:
        logger.warning("%s mails of workers that died were put back.", count)
    return count


def take_up_lost():
    """Enqueue the mails that are due and that no task in the queue is for; return how many.

    There are none unless someone emptied the queue or restored an older one.
    """
    due = list(Mail.objects.due().only("pk", "not_before"))
    at_hand = arguments_in_queue(send_queued_mail) if due else set()
    lost = [mail for mail in due if (mail.pk,) not in at_hand]
    if lost:
        enqueue_mails(lost)
        logger.warning("%s mails without a task were taken up.", len(lost))
    return len(lost)


def delete_old_mails():
    """Delete the rows of mails sent or cancelled 30 days ago, and given up 90 days ago."""
    now = timezone.now()
    old = Mail.objects.over(sent_before=now - KEEP_SENT, failed_before=now - KEEP_FAILED)
    return old.delete()[0]
