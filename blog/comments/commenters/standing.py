"""Where a reader's comments stand, in words for their own writer."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..models import Comment
from ..reasons import describe_reasons
from ..receipts import get_receipt_url

Status = Comment.Status


@dataclass(frozen=True)
class Standing:
    """One comment for its writer's eyes: says in a sentence where it stands, and why it waits."""

    comment: Comment
    page_title: str
    url: str  # where it can be seen
    says: str
    reasons: list

    @property
    def is_published(self):
        return self.comment.is_published

    @property
    def may_bring_mail(self):
        """Whether others can still answer, or will be able to."""
        return self.comment.status in (Status.PENDING, Status.PUBLISHED)

    @property
    def wish(self):
        """Which mails its writer gets about it now."""
        return "" if self.comment.notify_stopped_at else self.comment.notify


def get_standings(comments):
    """Return the Standing of each comment, which were fetched with their pages."""
    return [_stand(comment) for comment in comments]


def _stand(comment):
    return Standing(
        comment=comment,
        page_title=comment.page.title,
        # The receipt leads on to its place: to ask each page for its address would cost queries.
        url="" if comment.status == Status.ERASED else get_receipt_url(comment),
        says=say_state(comment.status),
        reasons=describe_reasons(comment.reasons, for_writer=True) if comment.is_awaiting else [],
    )


def say_state(status):
    """Return a sentence on a comment in this state, as its writer is told it."""
    return {
        Status.PENDING: _("It waits to be read by a person."),
        Status.PUBLISHED: _("Everyone can read it."),
        Status.HIDDEN: _("It was on the page and was taken off it."),
        Status.NOTED: _("It was not for publication, and was read."),
        Status.ERASED: _("It was erased."),
    }.get(status, _("It was read and not put on the page."))
