"""Noting who is to hear of what, in the transaction in which it happens.

Nothing is noted where no mail server is named. What was noted is due after UNDO_SECONDS, so that
a decision that is taken back tells nobody.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from blog.outbox.models import Mail
from blog.outbox.server import has_mail_server

from ..models import Comment, Judgement, Notice
from ..models.judgement import UNDO_SECONDS
from ..people import get_public_name
from .audience import (
    can_answer_by_mail,
    get_moderators,
    get_page_writers,
    get_person_id,
    get_readers,
    wanting_mail,
)

Status = Comment.Status
Kind = Notice.Kind

MODERATORS_KINDS = (Kind.WAITING, Kind.REPORTED)
FLOOD_ENDS_AFTER = timedelta(hours=1)
# A comment that is shown again after so long is news to nobody; its old notices may be gone.
NEWS_FOR = timedelta(days=30)


@transaction.atomic
def note_submitted(comment):
    """Note who is to hear of a comment that has just come in."""
    if comment.is_awaiting:
        tell_moderators(comment, Kind.WAITING)
    elif comment.is_published and has_mail_server():
        _tell_of_published(comment, by=None)


@transaction.atomic
def note_judged(comment, judgement):
    """Note who is to hear of a decision, and drop what it overtook."""
    if not has_mail_server():
        return
    if comment.is_published:
        _drop(comment, MODERATORS_KINDS)
        if not judgement.was_published or comment.published_at > timezone.now() - NEWS_FOR:
            _tell_of_published(comment, by=judgement.by_id)
            _tell_its_writer(comment, Kind.PUBLISHED)
        return
    take_back(comment)
    if comment.status == Status.REJECTED:
        _tell_its_writer(comment, Kind.REFUSED)
    elif comment.is_awaiting and judgement.how == Judgement.How.UNDO:
        _tell(comment, Kind.WAITING, get_moderators(comment).exclude(**_told_of(comment)))


@transaction.atomic
def note_reported(comment):
    """Note that moderators are to hear of a report, unless an open one was there before."""
    if comment.reports.filter(closed_at=None).count() <= 1:
        tell_moderators(comment, Kind.REPORTED)


def note_edit_waits(comment):
    """Note that moderators are to hear of new words of a published comment."""
    tell_moderators(comment, Kind.WAITING)


@transaction.atomic
def note_erased(comment):
    """Delete, before a comment is erased, every mail that quotes it, sent or not."""
    take_back(comment)
    Mail.objects.filter(notices__comment=comment).delete()


@transaction.atomic
def note_answer(comment, text, by):
    """Have its writer, and nobody else, read an answer to a comment that is not for publication.

    Raises ValueError where `can_answer_by_mail` says no.
    """
    if not can_answer_by_mail(comment):
        raise ValueError(f"The writer of comment {comment.pk} cannot be answered by mail.")
    _write(comment, Kind.ANSWER, [get_person_id(comment.commenter_id)],
           text=f"{text}\n\n— {get_public_name(by)}")  # fmt: skip


@transaction.atomic
def tell_moderators(comment, kind):
    """Note that moderators and the page's writers are to hear of a comment; of a flood but once."""
    if not has_mail_server():
        return
    if kind == Kind.FLOOD:
        since = timezone.now() - FLOOD_ENDS_AFTER
        # The time of its last comment, so that a flood of a day is one.
        if Notice.objects.filter(kind=kind, created_at__gt=since).update(created_at=timezone.now()):
            return
    _tell(comment, kind, get_moderators(comment))


def take_back(comment):
    """Drop what nobody was told of a comment yet, also from mails that still wait.

    The others of whom such a mail would have told are told in another one.
    """
    for mail in set(Mail.objects.waiting().filter(notices__comment=comment)):
        # Unless a worker was faster and sends it just now.
        waiting = Mail.objects.waiting().filter(pk=mail.pk).order_by()
        if waiting.update(state=Mail.State.CANCELLED):
            mail.notices.update(mail=None, mailed_at=None)
    _drop(comment, Kind.values)


def _drop(comment, kinds):
    Notice.objects.filter(comment=comment, kind__in=kinds, mailed_at=None).delete()


def _tell_of_published(comment, by):
    readers = get_readers(comment)
    for kind in (Kind.REPLY, Kind.NEW):
        _write(comment, kind, [person for person, its in readers.items() if its == kind])
    writers = get_page_writers(comment).exclude(pk=by).exclude(**_told_of(comment))
    _tell(comment, Kind.NEW, writers)


def _tell_its_writer(comment, kind):
    wish = wanting_mail().filter(pk=comment.pk).values_list("person", flat=True)
    _write(comment, kind, wish)


def _tell(comment, kind, users):
    _write(comment, kind, user_ids=users.values_list("pk", flat=True))


def _told_of(comment):
    """Return a condition on accounts: those who were told by mail that a comment waits."""
    told = Notice.objects.filter(comment=comment, kind=Kind.WAITING, mailed_at__isnull=False)
    return {"pk__in": told.exclude(user=None).values("user_id")}


def _write(comment, kind, commenter_ids=(), user_ids=(), text=""):
    """Write the rows; who was noted before, by this process or a faster one, is not again."""
    now = timezone.now()
    every = {
        "comment": comment,
        "kind": kind,
        "text": text,
        "created_at": now,
        "due_at": now + timedelta(seconds=UNDO_SECONDS),
    }
    rows = [Notice(commenter_id=pk, **every) for pk in commenter_ids]
    rows += [Notice(user_id=pk, **every) for pk in user_ids]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
