"""Whether a reader is known here: computed from what was decided, never stored."""

from datetime import timedelta

from django.db.models import Count, Max, Q
from django.utils import timezone

from ..models import Comment

MONTH = timedelta(days=30.44)
MOST_REFUSED = 0.4  # of what was decided lately; our number
RECENT = timedelta(days=90)


def is_trusted(commenter, settings):
    """Return whether this reader's comments may appear unread, as far as the reader goes."""
    return not why_not_trusted(commenter, settings)


def why_not_trusted(commenter, settings):
    """Return the code of the first thing that speaks against trust, or "" for a trusted reader.

    settings: CommentSettings, for how many published comments and how lately.
    """
    if commenter is None or not commenter.is_proved:
        return "unproved"
    if commenter.is_banned:
        return "banned"
    if commenter.trust_revoked_at:
        return "revoked"
    facts = count_decisions(commenter)
    if facts["spam"]:
        return "spam"
    if facts["published"] < settings.trusted_after:
        return "too_few"
    if facts["last_published"] < timezone.now() - settings.trusted_months * MONTH:
        return "too_long_ago"
    decided = facts["recently_published"] + facts["recently_refused"]
    if facts["recently_refused"] and facts["recently_refused"] >= MOST_REFUSED * decided:
        return "refused"
    return ""


def count_decisions(commenter):
    """Return how a reader's comments fared, in one query: dict of counts and `last_published`."""
    recent = Q(created_at__gte=timezone.now() - RECENT)
    published = Q(status=Comment.Status.PUBLISHED)
    refused = Q(status__in=[Comment.Status.REJECTED, Comment.Status.SPAM, Comment.Status.HIDDEN])
    return commenter.comments.aggregate(
        published=Count("pk", filter=published),
        spam=Count("pk", filter=Q(status=Comment.Status.SPAM)),
        last_published=Max("published_at", filter=published),
        recently_published=Count("pk", filter=published & recent),
        recently_refused=Count("pk", filter=refused & recent),
    )
