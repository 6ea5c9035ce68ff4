"""Queueing mails and everything that people and parts may do with them."""

from operator import attrgetter

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from .messages import clean_headers, clean_recipient, clean_subject, clean_words
from .models import Mail, MailStop
from .tasks import enqueue_mail, enqueue_mails

State = Mail.State


class MailRefused(ValueError):  # noqa: N818 - it is an answer to the caller
    """Nothing is queued to this address any more: servers refused it too often."""


@transaction.atomic
def queue_mail(
    *, dedupe_key, recipient, subject, text, kind, about="", html="", headers=None, not_before=None
):
    """Have a mail sent when the caller's transaction commits, and return its row.

    dedupe_key: a str that stands for this one mail; a second call with it changes nothing and
    returns the first row. kind: a short word such as "comment-notice". about: what it tells of,
    such as "comment:12". headers: List-Unsubscribe and others of `ALLOWED_HEADERS`.
    not_before: an aware datetime, for a mail that waits.
    Raises MailRefused for an address that is stopped, and ValueError for a line break in the
    subject, a recipient that is no address, and other headers.
    """
    mail = _make(
        dedupe_key=dedupe_key, recipient=recipient, subject=subject, text=text, kind=kind,
        about=about, html=html, headers=headers, not_before=not_before,
    )  # fmt: skip
    if is_stopped(mail.recipient):
        raise MailRefused("Mail servers refused this address too often.")
    values = {
        field.attname: getattr(mail, field.attname)
        for field in Mail._meta.concrete_fields
        if not field.primary_key
    }
    mail, is_new = Mail.objects.get_or_create(dedupe_key=values.pop("dedupe_key"), defaults=values)
    if is_new:
        enqueue_mail(mail.pk, mail.not_before)
    return mail


@transaction.atomic
def queue_mails(mails):
    """Queue many mails at once, and return the rows of all that will be or were sent.

    mails: dicts of the arguments of `queue_mail`. Addresses that are stopped are left out; a row
    that was there before stands in the list as it is. Raises ValueError as `queue_mail` does,
    before anything is queued.
    """
    made = {mail.dedupe_key: mail for mail in (_make(**values) for values in mails)}
    stopped = set(
        MailStop.objects.in_force()
        .filter(recipient__in=[mail.recipient.lower() for mail in made.values()])
        .values_list("recipient", flat=True)
    )
    wanted = [mail for mail in made.values() if mail.recipient.lower() not in stopped]
    rows = Mail.objects.filter(dedupe_key__in=[mail.dedupe_key for mail in wanted])
    known = set(rows.values_list("dedupe_key", flat=True))
    new = [mail for mail in wanted if mail.dedupe_key not in known]
    # Another transaction may queue the same ones meanwhile: the first row stands, and rows in one
    # order wait for each other without a deadlock.
    new.sort(key=attrgetter("dedupe_key"))
    Mail.objects.bulk_create(new, ignore_conflicts=True)
    enqueue_mails([mail for mail in rows if mail.dedupe_key not in known])
    return list(rows.all())


def cancel_mails(*, about, kind=None):
    """Have what still waits about one thing not be sent; return how many mails that were."""
    waiting = Mail.objects.waiting().about(about).order_by()
    if kind:
        waiting = waiting.filter(kind=kind)
    return waiting.update(state=State.CANCELLED)


@transaction.atomic
def retry_mail(mail, by):
    """Send a mail now that was given up or rests after a failure; return whether it may be.

    by: the account that asked, for the audit log. It has all its tries again.
    """
    changed = (
        Mail.objects.retriable()
        .filter(pk=mail.pk)
        .update(state=State.WAITING, attempts=0, not_before=timezone.now())
    )
    if not changed:
        return False
    # A title of our own: the log outlives the mail and may not keep an address.
    log(mail, "outbox.retry", user=by, title=f"Mail {mail.pk}")
    mail.refresh_from_db()
    enqueue_mail(mail.pk, mail.not_before)
    return True


@transaction.atomic
def forget_mails_to(address):
    """Delete every mail to an address, whatever its state, and what is known of it.

    Returns how many mails that were.
    """
    MailStop.objects.of(address).delete()
    return Mail.objects.to(address).delete()[0]


def forget_mails_about(about):
    """Delete every mail about one thing, such as "comment:12", whatever its state.

    Returns how many mails that were. To keep unsent ones from going out, `cancel_mails` is enough.
    """
    return Mail.objects.about(about).delete()[0]


def lift_stop(stop, by):
    """Have mails queued again to an address that servers refused; return whether it was there."""
    if not MailStop.objects.filter(pk=stop.pk).delete()[0]:
        return False
    log(stop, "outbox.lift", user=by, title=f"Refused address {stop.pk}")
    return True


def is_stopped(address):
    """Tell whether nothing more is queued to an address."""
    return MailStop.objects.in_force().of(address).exists()


def _make(
    *, dedupe_key, recipient, subject, text, kind, about="", html="", headers=None, not_before=None
):
    """Return an unsaved row of checked values."""
    mail = Mail(
        dedupe_key=dedupe_key,
        kind=kind,
        about=about,
        recipient=clean_recipient(recipient),
        subject=clean_subject(subject),
        text=clean_words(text),
        html=clean_words(html),
        headers=clean_headers(headers),
        not_before=not_before or timezone.now(),
    )
    for name in ("dedupe_key", "kind", "about", "recipient"):
        longest = Mail._meta.get_field(name).max_length
        value = getattr(mail, name)
        if len(value) > longest or "\0" in value or not (value or name == "about"):
            raise ValueError(f"The {name} of a mail has 1 to {longest} characters.")
    return mail
