"""What a check found."""

from dataclasses import dataclass

from ..models import Comment

Status = Comment.Status
# What outweighs what, lightest first.
GRAVITY = [Status.PENDING, Status.REJECTED, Status.SPAM]


@dataclass(frozen=True)
class Finding:
    """code: of reasons.py. detail: what was found, for the moderator.

    is_mild: it holds nothing back by itself, only together with another finding.
    """

    code: str
    detail: str = ""
    status: str = Status.PENDING
    is_mild: bool = False

    @property
    def gravity(self):
        return GRAVITY.index(self.status)
