"""What a moderator can decide about a comment: one table for buttons, keys, bulk and log."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .. import actions
from ..models import Comment
from .keeping import keep_comment

Status = Comment.Status


@dataclass(frozen=True)
class Decision:
    """act: what to call with the comment and by=. is_possible: whether its button is shown.

    key: which presses the button in the queue. is_first: whether the button is filled.
    """

    name: str
    act: Callable
    is_possible: Callable
    label: str
    done: str  # what is said, and logged, when it was done
    bulk_label: str = ""
    key: str = ""
    is_first: bool = False


def _in_state(*states):
    return lambda comment: comment.status in states


def _is_approvable(comment):
    states = (Status.PENDING, Status.REJECTED, Status.SPAM, Status.HIDDEN)
    return comment.status in states and not comment.is_private


def _is_notable(comment):
    return comment.is_private and comment.status == Status.PENDING


def _is_reported(comment):
    return comment.reported_at is not None


def _is_changed(comment):
    return comment.is_published and get_edit(comment) is not None


def get_edit(comment):
    """Return the new words that wait for a published comment, or None."""
    return getattr(comment, "waiting_edit", None)


DECISIONS = {
    decision.name: decision
    for decision in [
        Decision(
            "accept", lambda comment, by: actions.accept_edit(comment.waiting_edit, by=by),
            _is_changed, _("Accept the new words"), _("New words accepted"),
            key="a", is_first=True,
        ),
        Decision(
            "refuse", lambda comment, by: actions.refuse_edit(comment.waiting_edit, by=by),
            _is_changed, _("Keep the old words"), _("Old words kept"), key="r",
        ),
        Decision(
            "keep", keep_comment, _is_reported, _("Keep it"), _("Kept, reports closed"),
            _("Keep the chosen comments and close their reports"), key="a", is_first=True,
        ),
        Decision(
            "approve", actions.approve_comment, _is_approvable, _("Approve"), _("Approved"),
            _("Approve the chosen comments"), key="a", is_first=True,
        ),
        Decision(
            "note", actions.put_aside, _is_notable, _("Put aside"), _("Put aside as read"),
            _("Put the chosen notes aside as read"), key="a",
        ),
        Decision(
            "reject", actions.reject_comment, _in_state(Status.PENDING, Status.SPAM),
            _("Reject"), _("Rejected"), _("Reject the chosen comments"), key="r",
        ),
        Decision(
            "hide", actions.hide_comment, _in_state(Status.PUBLISHED),
            _("Hide"), _("Hidden"), _("Hide the chosen comments"), key="r",
        ),
        Decision(
            "spam", actions.mark_spam,
            _in_state(Status.PENDING, Status.REJECTED, Status.PUBLISHED, Status.HIDDEN),
            _("Spam"), _("Marked as spam"), _("Mark the chosen comments as spam"), key="s",
        ),
        Decision(
            "erase", actions.erase_comment, _in_state(*set(Status) - {Status.ERASED}),
            _("Erase"), _("Erased"), _("Erase the chosen comments for good"),
        ),
    ]
}  # fmt: skip

# The log's word for each action.
LOGGED = {
    "comments.published": (_("Approve comment"), _("Comment approved")),
    "comments.rejected": (_("Reject comment"), _("Comment rejected")),
    "comments.spam": (_("Mark comment as spam"), _("Comment marked as spam")),
    "comments.hidden": (_("Hide comment"), _("Comment hidden")),
    "comments.noted": (_("Put note aside"), _("Note put aside as read")),
    "comments.undone": (_("Take decision back"), _("Decision taken back")),
    "comments.kept": (_("Keep reported comment"), _("Comment kept, its reports closed")),
    "comments.erase": (_("Erase comment"), _("Comment erased")),
    "comments.answer": (_("Answer comment"), _("Answer published")),
    "comments.answer_mailed": (_("Answer note by mail"), _("Answer to a note mailed")),
    "comments.edit_accepted": (_("Accept new words"), _("New words accepted")),
    "comments.edit_refused": (_("Refuse new words"), _("New words refused")),
    "comments.masked": (_("Mark spoiler"), _("Passage marked as a spoiler")),
    "comments.unmasked": (_("Unmark spoiler"), _("Passage no longer marked as a spoiler")),
}


def get_decisions(comment):
    """Return what is possible now; erasing, which is final, asks first and has its own way."""
    return [
        decision
        for decision in DECISIONS.values()
        if decision.name != "erase" and decision.is_possible(comment)
    ]


def get_version(comment):
    """Return what a form remembers of a comment, so that nobody decides on what they did not see.

    It changes with the state, the words, the words that wait, and the reports.
    """
    edit = get_edit(comment)
    moments = [comment.edited_at, comment.reported_at]
    seen = [f"{moment.timestamp():.6f}" if moment else "" for moment in moments]
    return " ".join([comment.status, *seen, str(edit.pk if edit else "")])
