"""Erasing a reader: at once, everywhere, and for good."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext as _

from ..actions import erase_comment
from ..actions.moves import send
from ..commenters.acts import log_about
from ..commenters.merging import split_all
from ..commenters.rows import find_address, normalise_email
from ..models import Comment, CommentEdit, Commenter
from ..notices.writing import note_erased
from ..signals import comment_edited
from .owned import get_comments_of
from .scrubbing import find_logged, find_mails, scrub_log, scrub_mails, scrub_tasks


class Text(StrEnum):
    """What becomes of published words."""

    REMOVE = "remove"
    KEEP = "keep"


@dataclass(frozen=True)
class Erasure:
    """What was done: how many comments were removed, kept without a name, and mails deleted."""

    removed: int
    kept: int
    mails: int


@transaction.atomic
def erase_reader(address, text, by=None):
    """Forget everybody who used an address, and return the Erasure, or None if nobody did.

    text: Text.REMOVE deletes what they wrote; Text.KEEP leaves published words without a name,
    and deletes what nobody sees. by: the account that did it; None when the reader did, or the
    owner by a command. What the filter learned stays: counts of words, which lead to nobody.
    """
    address = normalise_email(address)
    row = find_address(address)
    # The newest first, so that answers go before what they answer, and no place need be kept.
    comments = list(get_comments_of(address).select_for_update())
    if row is None and not comments:
        return None
    names = {comment.name for comment in comments} | ({row.name} if row else set())
    names.discard("")
    pks = [comment.pk for comment in comments]
    logged = find_logged(pks, [row.pk] if row else [])
    own, of_answers = find_mails(pks)
    removed = []
    for comment in comments:
        if text == Text.KEEP and comment.is_published:
            _take_name_away(comment)
        elif erase_comment(comment, by=by):
            removed.append(comment.pk)
    mails = scrub_mails(address, names, own, of_answers)
    scrub_tasks(address)
    scrub_log(address, logged)
    if row:
        if by:
            log_about(row, "comments.erase_reader", by, text=str(Text(text)))
        split_all(row)
        Commenter.objects.filter(pk=row.pk).delete()
    return Erasure(removed=len(removed), kept=len(comments) - len(removed), mails=mails)


def withdraw_all(address):
    """Erase all that was written from an address, as its owner; return how many that were."""
    with transaction.atomic():
        comments = list(get_comments_of(address).select_for_update())
        return sum(erase_comment(comment) for comment in comments)


def _take_name_away(comment):
    """Leave a published comment as it stands, without anything that leads to its writer."""
    note_erased(comment)
    CommentEdit.objects.filter(comment=comment).delete()
    comment.reports.update(text="")
    comment.judgements.update(reasons=[])
    Comment.objects.filter(pk=comment.pk).update(
        name=_("A reader"), email="", commenter=None, is_proved=False, notify="",
        notify_stopped_at=None, visitor_hash="", network_hash="", submission_key=None,
        origin_name="", origin_url="", reasons=[],
    )  # fmt: skip
    send(comment_edited, comment)
