"""Forgetting the addresses of readers who have been silent for long: done by the clock."""

from django.db import transaction
from django.db.models import Exists, Max, OuterRef
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from blog.outbox.actions import forget_mails_to

from ..commenters.merging import split_all
from ..commenters.trust import MONTH
from ..models import Comment, Commenter, CommentSettings

AT_ONCE = 200  # an hour; the rest comes in the next one
DEFAULT_MONTHS = CommentSettings._meta.get_field("keep_readers_months").default


def forget_silent_readers(now=None):
    """Delete the addresses that nobody wrote from for as long as the settings say; how many.

    The comments stay as they are, with their names: only what could reach their writers goes,
    and with it what they asked to be mailed, notes, bans and trust. With several sites the
    longest time counts, because a reader is one for all of them.
    """
    now = now or timezone.now()
    longest = CommentSettings.objects.aggregate(longest=Max("keep_readers_months"))["longest"]
    since = now - (longest or DEFAULT_MONTHS) * MONTH
    silent = list(find_silent(since)[:AT_ONCE])
    for row in silent:
        _forget(row)
    return len(silent)


def find_silent(since):
    """Return the addresses of which nothing was heard since then, the oldest first.

    A person with several addresses is heard by any of them.
    """
    # Comments of a merged address are the person's.
    person = Coalesce(OuterRef("merged_into_id"), OuterRef("pk"))
    wrote = Comment.objects.filter(commenter=person, created_at__gte=since)
    # Proof and the wish for no mail are signs of life too.
    alive_at = Greatest(
        "created_at", Coalesce("proved_at", "created_at"), Coalesce("mail_stopped_at", "created_at")
    )
    rows = Commenter.objects.annotate(alive_at=alive_at).filter(alive_at__lt=since)
    return rows.filter(~Exists(wrote)).order_by("created_at", "pk")


@transaction.atomic
def _forget(row):
    forget_mails_to(row.email)
    comments = Comment.objects.filter(email__iexact=row.email)
    comments.update(
        email="", commenter=None, notify="", notify_stopped_at=None, visitor_hash="",
        network_hash="", is_proved=False,
    )  # fmt: skip
    split_all(row)
    Commenter.objects.filter(pk=row.pk).delete()
