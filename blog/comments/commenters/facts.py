"""How a reader's comments fared: counted in the database, for one reader or for a whole list."""

from datetime import timedelta

from django.db.models import Count, Exists, Max, OuterRef, Q
from django.utils import timezone

from ..models import Comment, Commenter

RECENT = timedelta(days=90)

Status = Comment.Status
REFUSED = (Status.REJECTED, Status.SPAM, Status.HIDDEN)


def make_facts(prefix=""):
    """Return {name: aggregate} of all that trust is computed from.

    prefix: the way to the comments, such as "comments__". What was refused counts against a
    reader only where the comment was surely theirs: anybody can type an address.
    """

    def q(**conditions):
        return Q(**{f"{prefix}{name}": value for name, value in conditions.items()})

    def count(condition):
        return Count(f"{prefix}pk", filter=condition)

    published = q(status=Status.PUBLISHED)
    recent = q(created_at__gte=timezone.now() - RECENT)
    proved = q(is_proved=True)
    return {
        "published": count(published),
        "pending": count(q(status=Status.PENDING)),
        "rejected": count(q(status=Status.REJECTED)),
        "spam": count(q(status=Status.SPAM)),
        "proved_spam": count(q(status=Status.SPAM) & proved),
        "last_published": Max(f"{prefix}published_at", filter=published),
        "recently_published": count(published & recent),
        "recently_refused": count(q(status__in=REFUSED) & proved & recent),
    }


def with_facts(commenters):
    """Return a queryset of commenters with all facts as `fact_…` and `has_proof` on each."""
    proved_elsewhere = Commenter.objects.proved().filter(merged_into=OuterRef("pk"))
    facts = {f"fact_{name}": fact for name, fact in make_facts("comments__").items()}
    return commenters.annotate(
        has_proof=Q(proved_at__isnull=False) | Exists(proved_elsewhere), **facts
    )


def get_facts(commenter):
    """Return the facts of a commenter as dict: those it was fetched with, else asked for now."""
    if hasattr(commenter, "fact_published"):
        return {name: getattr(commenter, f"fact_{name}") for name in make_facts()}
    return commenter.comments.aggregate(**make_facts())


def has_proof(commenter):
    """Return whether one of a reader's addresses is proved."""
    if commenter.is_proved:
        return True
    if "has_proof" in commenter.__dict__:
        return commenter.has_proof
    return commenter.other_addresses.proved().exists()
