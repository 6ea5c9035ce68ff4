"""How long is kept what readers never see."""

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..actions.erasing import erase_comment
from ..actions.moves import move
from ..models import Comment, Judgement
from ..reasons import EXPIRED, make_reason
from .counting import forget_old_counts
from .periods import KEEP_REFUSED, KEEP_WAITING

Status = Comment.Status
AT_ONCE = 500  # comments; the next run takes the others


def tidy_up(now=None):
    """Do all that is due: give up what nobody decided on, purge what was refused, forget counts."""
    give_up_waiting(now)
    purge_refused(now)
    forget_old_counts(now)


def purge_refused(now=None):
    """Erase spam and rejected comments 30 days after they became so; how many went.

    Answers to them keep their place. One that somebody publishes meanwhile stays.
    """
    limit = (now or timezone.now()) - KEEP_REFUSED
    due = Comment.objects.annotate(since=Coalesce("decided_at", "created_at")).filter(
        status__in=[Status.SPAM, Status.REJECTED], since__lt=limit
    )
    purged = 0
    for pk in due.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]:
        with transaction.atomic():
            rows = Comment.objects.select_for_update(of=("self",))
            comment = rows.filter(pk=pk, pk__in=due.values("pk")).first()
            purged += bool(comment and erase_comment(comment, reasons=[]))
    return purged


def give_up_waiting(now=None):
    """Reject what waited for five months, so that its writer hears of it; how many were.

    A month later it is purged like all that is rejected, half a year after it came.
    """
    limit = (now or timezone.now()) - KEEP_WAITING
    given_up = 0
    for comment in Comment.objects.awaiting().filter(created_at__lt=limit)[:AT_ONCE]:
        reason = make_reason(EXPIRED)
        with transaction.atomic():
            rows = Comment.objects.awaiting()
            how = Judgement.How.RULES
            if move(comment, rows, Status.REJECTED, how=how, reasons=[reason]):
                comment.reasons = [*comment.reasons, reason]
                comment.save(update_fields=["reasons"])
                given_up += 1
    return given_up
