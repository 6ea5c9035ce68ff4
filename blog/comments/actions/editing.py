"""What a writer may still do with a comment of their own.

Words that readers see stay until the new ones have passed the same checks. Nothing here trusts
what was read a moment ago: somebody may decide, or edit, at the same time.
"""

import hashlib
from datetime import timedelta
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from ..candidate import Candidate
from ..checks import judge
from ..commentable import Policy
from ..models import Comment, CommentEdit, Judgement
from ..notices.writing import note_edit_waits
from ..policies import get_comment_settings, get_policy
from ..reasons import EDITED, MASKED, OF_THE_POST, make_reason
from ..signals import comment_approved, comment_edited
from ..spam.training import take_turn, teach
from .edits import drop_edit, make_prints
from .erasing import erase_comment
from .moves import move, send

Status = Comment.Status
RULES = Judgement.How.RULES

CHANGE_MINUTES = 15  # how long a writer may edit or withdraw
TRIES = 3  # each after somebody else was faster


class Outcome(StrEnum):
    """What became of an edit. The first one is false."""

    TOO_LATE = ""
    DONE = "done"
    WAITS = "waits"


def edit_comment(comment, body, half_stars=None):
    """Take in new words and stars from a comment's own writer, and return the Outcome.

    half_stars: 1 to 10, or None for none. Words that wait are replaced and judged again. Published
    ones are replaced when nothing speaks against the new words, else these wait as a CommentEdit.
    """
    for _try in range(TRIES):
        if not can_change(comment):
            return Outcome.TOO_LATE
        if (comment.body, comment.half_stars) == (body, half_stars):
            drop_edit(comment)  # back to the words that stand
            return Outcome.DONE
        # Outside of any transaction: the checks read much, and a writer holds up all others.
        verdict = _judge(comment, body, half_stars)
        edit = _edit_published if comment.is_published else _edit_waiting
        if outcome := edit(comment, verdict, body=body, half_stars=half_stars):
            return outcome
        try:
            comment.refresh_from_db()
        except Comment.DoesNotExist:
            break
    return Outcome.TOO_LATE


def withdraw_comment(comment):
    """Erase a comment as its own writer; whether it was still in time."""
    return can_change(comment) and erase_comment(comment)


def can_change(comment):
    """Return whether its writer may still edit or withdraw: early, and before anyone answered."""
    return (
        comment.status in (Status.PENDING, Status.PUBLISHED)
        and comment.created_at > timezone.now() - timedelta(minutes=CHANGE_MINUTES)
        and not comment.answers.published().exists()
    )


def get_change_limit(comment):
    """Return until when its writer may edit or withdraw, unless somebody answers before."""
    return comment.created_at + timedelta(minutes=CHANGE_MINUTES)


def words_version(comment):
    """Return a short str that is another one once the words or stars of a comment are changed.

    It lets a decision say which words it is about: their writer may edit while somebody reads.
    """
    words = f"{comment.half_stars} {comment.body}"
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _judge(comment, body, half_stars):
    """Return the Verdict on new words of a stored comment."""
    page = comment.page.specific
    settings = get_comment_settings(page)
    changes = {"body": body, "half_stars": half_stars, "marks": _marks_of_the_post(comment)}
    if get_policy(page, settings) == Policy.CLOSED:
        # Who wrote before the page closed may still change it, and a person reads it.
        changes["policy"] = Policy.REVIEW_ALL
    return judge(Candidate.of(comment, page, settings, edited=comment, **changes))


def _marks_of_the_post(comment):
    """Return why it waits besides its words and its writer: no edit changes that."""
    if comment.is_published:
        return []  # somebody saw them, and published it
    return [reason["code"] for reason in comment.reasons if reason["code"] in OF_THE_POST]


def _edit_waiting(comment, verdict, **words):
    """Replace the words of a comment that waits, and move it where the verdict says."""
    now = timezone.now()
    changes = words | {"edited_at": now, "reasons": verdict.reasons}
    changes |= {"spam_score": verdict.spam_score} | make_prints(words["body"])
    rows = Comment.objects.awaiting().filter(edited_at=comment.edited_at)
    with transaction.atomic():
        if verdict.status == Status.PENDING:
            done = rows.filter(pk=comment.pk).update(**changes)
        else:
            if verdict.is_published:
                changes["published_at"] = now
            why = changes.pop("reasons")
            rows.filter(pk=comment.pk).update(reasons=why)
            done = move(comment, rows, verdict.status, how=RULES, reasons=why, **changes)
        if not done:
            return Outcome.TOO_LATE
        comment.refresh_from_db()
        send(comment_approved if comment.is_published else comment_edited, comment)
    return Outcome.DONE


def _edit_published(comment, verdict, **words):
    """Replace the words that readers see, or keep the new ones until a person has read them."""
    masked = [make_reason(MASKED)] if comment.masked else []
    rows = Comment.objects.published().filter(pk=comment.pk, edited_at=comment.edited_at)
    with transaction.atomic():
        take_turn(Judgement.How.PERSON)
        if not rows.select_for_update().first():
            return Outcome.TOO_LATE
        drop_edit(comment)
        if masked or not verdict.is_published:
            # A new row each time: who decides on an edit names the row that they saw.
            CommentEdit.objects.create(comment=comment, reasons=verdict.reasons + masked, **words)
            note_edit_waits(comment)
            return Outcome.WAITS
        teach(comment, "")  # a person called the old words good, and nobody the new ones
        rows.update(edited_at=timezone.now(), **words, **make_prints(words["body"]))
        Judgement.objects.create(
            comment=comment,
            how=RULES,
            from_status=Status.PUBLISHED,
            to_status=Status.PUBLISHED,
            was_published=True,
            reasons=[make_reason(EDITED)],
        )
        comment.refresh_from_db()
        send(comment_edited, comment)
    return Outcome.DONE
