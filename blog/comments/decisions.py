"""What a moderator can decide about a comment: one table for buttons, bulk and log."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from . import actions
from .models import Comment

Status = Comment.Status


@dataclass(frozen=True)
class Decision:
    """act: the action to call. possible_in: the states in which its button is shown."""

    name: str
    act: object
    possible_in: frozenset
    label: str
    bulk_label: str
    done: str  # what is said, and logged, when it was done

    def is_possible(self, comment):
        return comment.status in self.possible_in


DECISIONS = {
    decision.name: decision
    for decision in [
        Decision(
            "approve", actions.approve_comment,
            frozenset({Status.PENDING, Status.REJECTED, Status.SPAM, Status.HIDDEN}),
            _("Approve"), _("Approve the chosen comments"), _("Approved"),
        ),
        Decision(
            "reject", actions.reject_comment,
            frozenset({Status.PENDING, Status.SPAM}),
            _("Reject"), _("Reject the chosen comments"), _("Rejected"),
        ),
        Decision(
            "spam", actions.mark_spam,
            frozenset({Status.PENDING, Status.REJECTED, Status.PUBLISHED, Status.HIDDEN}),
            _("Spam"), _("Mark the chosen comments as spam"), _("Marked as spam"),
        ),
        Decision(
            "hide", actions.hide_comment,
            frozenset({Status.PUBLISHED}),
            _("Hide"), _("Hide the chosen comments"), _("Hidden"),
        ),
        Decision(
            "erase", actions.erase_comment,
            frozenset(Status) - {Status.ERASED},
            _("Erase"), _("Erase the chosen comments for good"), _("Erased"),
        ),
    ]
}  # fmt: skip

# The log's word for each action, see actions.py.
LOGGED = {
    "comments.published": (_("Approve comment"), _("Comment approved")),
    "comments.rejected": (_("Reject comment"), _("Comment rejected")),
    "comments.spam": (_("Mark comment as spam"), _("Comment marked as spam")),
    "comments.hidden": (_("Hide comment"), _("Comment hidden")),
    "comments.erase": (_("Erase comment"), _("Comment erased")),
    "comments.answer": (_("Answer comment"), _("Answer published")),
    "comments.edit_accepted": (_("Accept edit"), _("Edit accepted")),
    "comments.edit_refused": (_("Refuse edit"), _("Edit refused")),
}


def get_decisions(comment):
    """Return the decisions that are possible now; erasing, which is final, only on its own page."""
    return [
        decision
        for decision in DECISIONS.values()
        if decision.is_possible(comment) and decision.name != "erase"
    ]
