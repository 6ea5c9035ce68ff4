"""Proof that an address is its writer's: asked for by mail, given with one button.

The mail goes to whoever owns the address, who may never have been here: it holds no word and no
name that somebody typed, comes at most once an hour, and its link changes nothing by itself.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from blog.outbox.actions import MailRefused, queue_mail
from blog.outbox.server import has_mail_server

from ..models import Comment, Commenter, Report
from ..notices.letters import make_letter
from ..notices.tokens import absolute
from ..reasons import (
    FLOOD,
    HONEYPOT,
    MANY_OF_NETWORK,
    MANY_OF_VISITOR,
    NOT_ME,
    SPAM_TODAY,
    make_reason,
)
from .judging import judge_again
from .rows import find_address
from .tokens import PROOF

ASK_AGAIN_AFTER = timedelta(hours=1)
# Whoever sends hundreds in a minute may not have us write to hundreds of strangers.
NOT_ASKED_FOR = {HONEYPOT, MANY_OF_VISITOR, MANY_OF_NETWORK, FLOOD, SPAM_TODAY}


def ask_for_proof(comment):
    """Queue the mail that asks whose address this is; return whether there will be one.

    Call it in the transaction that stores the comment.
    """
    if not may_be_proved(comment) or _has_reason(comment, NOT_ASKED_FOR):
        return False
    row = find_address(comment.email)
    if row is None or not _claim(row):
        return False
    path = reverse("comments:proof", args=[PROOF.sign(row, comment.pk)])
    letter = make_letter(
        "emails/comments_proof.html", {"link": absolute(path)}, _("Is this your address?")
    )
    try:
        queue_mail(
            dedupe_key=f"comment-proof:{comment.pk}",
            recipient=comment.email,
            subject=letter.subject,
            text=letter.text,
            html=letter.html,
            kind="comment-proof",
            about=f"comment:{comment.pk}",
        )
    except MailRefused:
        return False
    return True


def may_be_proved(comment):
    """Return whether the proof of its address could help a comment, and could be given.

    Says nothing about the address: whoever typed it may not be its owner.
    """
    is_readers = comment.email and not comment.author_id
    waits = comment.is_awaiting and not comment.is_proved
    return bool(is_readers and waits and has_mail_server())


def get_claimed(row, since):
    """Return the comments from an address that nobody has shown to be its owner's, oldest first.

    since: the id of the comment that the mail was about. What the owner denied is left out.
    """
    comments = get_of_request(row, since).filter(is_proved=False)
    return [comment for comment in comments if not _has_reason(comment, {NOT_ME})]


def get_of_request(row, since):
    """Return the comments from an address since the one that the mail was about."""
    comments = Comment.objects.not_erased().filter(email__iexact=row.email, pk__gte=since)
    return comments.select_related("page", "parent", "commenter").order_by("pk")


def prove(row, comments):
    """Take an address, and these comments from it, for proved; return those that it published."""
    now = timezone.now()
    with transaction.atomic():
        # Later what the owner denied is no reason any more not to ask.
        Commenter.objects.filter(pk=row.pk).update(proof_denied_at=None)
        Commenter.objects.filter(pk=row.pk, proved_at=None).update(proved_at=now)
        pks = [comment.pk for comment in comments]
        Comment.objects.not_erased().filter(pk__in=pks).update(is_proved=True)
    row.refresh_from_db()
    for comment in comments:
        comment.is_proved = True
        # Its own copy still knows the address as not proved.
        comment.commenter and comment.commenter.refresh_from_db()
    return [comment for comment in comments if judge_again(comment)]


@transaction.atomic
def deny(row, comments):
    """Note that the owner of an address wrote none of these, and ask that address no more."""
    Commenter.objects.filter(pk=row.pk).update(proof_denied_at=timezone.now())
    for comment in comments:
        reasons = [*comment.reasons, make_reason(NOT_ME)]
        # Whoever typed the address asked for these mails, not its owner.
        Comment.objects.filter(pk=comment.pk).update(reasons=reasons, notify="")
        if comment.is_published:
            raise_in_queue(comment, str(_("The owner of the address did not write this.")))


def raise_in_queue(comment, text):
    """Have a person look at a published comment again: the journal reports it itself."""
    now = timezone.now()
    Report.objects.create(comment=comment, reason=Report.Reason.OTHER, text=text, created_at=now)
    Comment.objects.filter(pk=comment.pk).update(reported_at=now)


def _claim(row):
    """Return whether this address may be mailed now; only one caller an hour gets a yes."""
    now = timezone.now()
    long_ago = Q(proof_mailed_at=None) | Q(proof_mailed_at__lte=now - ASK_AGAIN_AFTER)
    rows = Commenter.objects.filter(long_ago, pk=row.pk, proof_denied_at=None, mail_stopped_at=None)
    return bool(rows.update(proof_mailed_at=now))


def _has_reason(comment, codes):
    return any(reason["code"] in codes for reason in comment.reasons)
