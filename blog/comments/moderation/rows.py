"""The rows of the queue: each comment with all that a decision on it needs, in few queries."""

from dataclasses import dataclass, field

from django.template.loader import render_to_string
from wagtail.permissions import policy_registry

from ..commenters.history import summarise
from ..models import Comment, Report
from ..reasons import describe_reasons
from .addresses import get_next_url
from .decisions import get_decisions, get_edit, get_version
from .differences import mark_differences
from .notes import why_no_mail


@dataclass(frozen=True)
class Button:
    decision: object
    key: str  # "" where another button of the row has it


@dataclass(frozen=True)
class Edit:
    """New words that wait. old, new: Parts of the words. reasons: sentences."""

    row: object
    old: list
    new: list
    reasons: list

    @property
    def changes_stars(self):
        return self.row.half_stars != self.row.comment.half_stars


@dataclass(frozen=True)
class Row:
    """A comment as the queue shows it. may_moderate: whether who looks decides on anything."""

    comment: Comment
    may_moderate: bool
    buttons: list
    reports: list = field(default_factory=list)
    history: object = None

    @property
    def version(self):
        return get_version(self.comment)

    @property
    def can_answer(self):
        if self.comment.is_private:
            return not self.why_no_answer
        return self.comment.is_published or self.may_moderate and self.comment.is_awaiting

    @property
    def why_no_answer(self):
        """Why a note to the author alone cannot be answered from here, as a sentence, or ""."""
        return why_no_mail(self.comment) if self.comment.is_private else ""

    @property
    def can_erase(self):
        return self.may_moderate and self.comment.status != Comment.Status.ERASED

    @property
    def can_mask(self):
        return self.can_erase and bool(self.comment.body) and not self.comment.is_private

    @property
    def stored_reasons(self):
        return describe_reasons(self.comment.reasons)

    @property
    def reasons(self):
        return self.stored_reasons if self.comment.is_awaiting else []

    @property
    def spam_percent(self):
        """How much it resembles spam, of a hundred; None when nobody knows."""
        score = self.comment.spam_score
        return None if score is None or not self.comment.is_awaiting else round(score * 100)

    @property
    def edit(self):
        edit = get_edit(self.comment)
        if edit is None or not self.comment.is_published:
            return None
        old, new = mark_differences(self.comment.body, edit.body)
        return Edit(edit, old, new, describe_reasons(edit.reasons))


def load_rows(comments):
    """Return comments with all that a row shows of other tables, for one query."""
    return comments.select_related(
        "page", "parent", "author", "commenter__merged_into", "waiting_edit"
    )


def make_rows(comments, user):
    """Return a Row for each comment of a list, as this account sees it."""
    comments = list(comments)
    may_moderate = policy_registry.get_by_type(Comment).user_has_permission(user, "moderate")
    reports, histories = {}, {}
    if may_moderate:
        writers = {comment.commenter_id for comment in comments} - {None}
        histories = summarise(writers) if writers else {}
    for report in Report.objects.filter(comment__in=comments, closed_at=None):
        reports.setdefault(report.comment_id, []).append(report)
    return [
        Row(
            comment=comment,
            may_moderate=may_moderate,
            buttons=_make_buttons(comment) if may_moderate else [],
            reports=reports.get(comment.pk, []),
            history=histories.get(comment.commenter_id),
        )
        for comment in comments
    ]


def render_rows(request, comments):
    """Return comments as the HTML of rows, for the queue's script."""
    rows = make_rows(load_rows(comments), request.user)
    context = {"rows": rows, "next_url": get_next_url(request)}
    return render_to_string("comments/admin/row_items.html", context, request=request).strip()


def _make_buttons(comment):
    """Return the buttons for what can be decided; a key stands on the first that wants it."""
    buttons, taken = [], set()
    for decision in get_decisions(comment):
        buttons.append(Button(decision, "" if decision.key in taken else decision.key))
        taken.add(decision.key)
    return buttons
