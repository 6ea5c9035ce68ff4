"""Whether a reader is known here: computed from what was decided, never stored."""

from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone

from .facts import get_facts, has_proof, with_facts

MONTH = timedelta(days=30.44)
MOST_REFUSED_PERCENT = 40  # of what was decided lately; our number


def is_trusted(commenter, settings):
    """Return whether this reader's comments may appear unread, as far as the reader goes."""
    return not why_not_trusted(commenter, settings)


def why_not_trusted(commenter, settings):
    """Return the code of the first thing that speaks against trust, or "" for a trusted reader.

    settings: CommentSettings, for how many published comments and how lately.
    The codes are those of `words.py`; `trusted` below says the same in SQL.
    """
    if commenter is None or not has_proof(commenter):
        return "unproved"
    if commenter.is_banned:
        return "banned"
    if commenter.trust_revoked_at:
        return "revoked"
    facts = get_facts(commenter)
    if facts["proved_spam"]:
        return "spam"
    if facts["published"] < settings.trusted_after:
        return "too_few"
    if facts["last_published"] < _published_since(settings):
        return "too_long_ago"
    decided = facts["recently_published"] + facts["recently_refused"]
    if facts["recently_refused"] and _is_too_much(facts["recently_refused"], decided):
        return "refused"
    return ""


def trusted(commenters, settings):
    """Return those of a queryset who are trusted, each with its facts."""
    merit = F("fact_recently_published") * MOST_REFUSED_PERCENT
    merit -= F("fact_recently_refused") * (100 - MOST_REFUSED_PERCENT)
    return (
        with_facts(commenters)
        .alias(merit=merit)
        .filter(
            Q(fact_recently_refused=0) | Q(merit__gt=0),
            has_proof=True,
            banned_at__isnull=True,
            trust_revoked_at__isnull=True,
            fact_proved_spam=0,
            fact_published__gte=settings.trusted_after,
            fact_last_published__gte=_published_since(settings),
        )
    )


def _published_since(settings):
    return timezone.now() - settings.trusted_months * MONTH


def _is_too_much(refused, decided):
    return 100 * refused >= MOST_REFUSED_PERCENT * decided
