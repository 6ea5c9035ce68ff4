"""What stands beside one comment: where it was said, by whom, and what was done about it."""

from dataclasses import dataclass, field
from datetime import datetime

from wagtail.log_actions import registry as log_registry

from ..models import Comment, Judgement
from ..reasons import describe_reasons
from .decisions import LOGGED
from .filters import get_visible

LAST = 10  # of a person's comments, and of the answers to one
LONGEST_CHAIN = 20  # parents that are quoted, the nearest ones
MOVES = {f"comments.{status}" for status in Comment.Status.values} | {"comments.undone"}


@dataclass(frozen=True)
class Event:
    """Something that was done about a comment. how: in what way, where no hand did it here."""

    said: str
    at: datetime
    by: object = None
    how: str = ""
    reasons: list = field(default_factory=list)


@dataclass(frozen=True)
class Surroundings:
    """What stands beside a comment. page: the specific one. chain: from the first words down."""

    page: object
    excerpt: str
    chain: list
    answers: list
    theirs: list
    events: list
    reports: list


def get_surroundings(comment, user):
    """Return what somebody who works here may see around a comment."""
    page = comment.page.specific
    return Surroundings(
        page=page,
        excerpt=getattr(page, "standfirst", "") or page.search_description,
        chain=_get_chain(comment),
        answers=list(comment.answers.order_by("created_at", "pk")[:LAST]),
        theirs=_get_theirs(comment, user),
        events=_get_events(comment),
        reports=list(comment.reports.all()),
    )


def _get_chain(comment):
    """Return what a comment answers, what that answers, and so on, the first words first."""
    if not comment.thread_id:
        return []
    thread = Comment.objects.filter(thread_id=comment.thread_id) | Comment.objects.filter(
        pk=comment.thread_id
    )
    rows = {row.pk: row for row in thread.order_by()}
    chain = []
    above = rows.get(comment.parent_id)
    while above and len(chain) < LONGEST_CHAIN:
        chain.append(above)
        above = rows.get(above.parent_id)
    return chain[::-1]


def _get_theirs(comment, user):
    """Return the last comments of the same person, as far as this account may see them."""
    if comment.commenter_id:
        theirs = get_visible(user).filter(commenter_id=comment.commenter_id)
    elif comment.author_id:
        theirs = get_visible(user).filter(author_id=comment.author_id)
    else:
        return []
    theirs = theirs.exclude(pk=comment.pk).select_related("page")
    return list(theirs.order_by("-created_at", "-pk")[:LAST])


def _get_events(comment):
    """Return what was done, oldest first: every move, and what the log knows besides."""
    judgements = list(comment.judgements.select_related("by"))
    events = [_tell_judgement(judgement) for judgement in judgements]
    first = min((event.at for event in events), default=None)
    for entry in log_registry.get_logs_for_instance(comment).select_related("user"):
        # Moves are told above, with how they came about; old ones stand in the log alone.
        if entry.action not in MOVES or first is None or entry.timestamp < first:
            events.append(Event(entry.message, entry.timestamp, by=entry.user))
    return sorted(events, key=lambda event: event.at)


def _tell_judgement(judgement):
    action = "undone" if judgement.how == Judgement.How.UNDO else judgement.to_status
    is_here = judgement.how in (Judgement.How.PERSON, Judgement.How.UNDO)
    state = judgement.get_to_status_display()
    return Event(
        LOGGED.get(f"comments.{action}", ("", state))[1] if judgement.by else state,
        judgement.created_at,
        by=judgement.by,
        how="" if is_here else judgement.get_how_display(),
        reasons=describe_reasons(judgement.reasons),
    )
