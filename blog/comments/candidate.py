"""What the checks judge: a comment that is not stored yet, with all that is known about it."""

from dataclasses import dataclass, field
from functools import cached_property

from .models import Comment, Commenter
from .people import speaks_for_the_journal
from .policies import get_policy
from .spam.words import open_spoilers


@dataclass
class Candidate:
    """A comment on its way in, or new words of one that stands already.

    page: the specific page. settings: CommentSettings. policy: what holds for this page.
    commenter: of the typed address, or None for the journal's own people.
    is_proved: whether this very post showed that the address is its writer's.
    marks: codes of `reasons.py` that the form found, such as HONEYPOT.
    edited: the stored comment whose words change, or None.
    known: what the checks may ask of the database, see spam/knowledge.py; judge() gives it.
    """

    page: object
    settings: object
    policy: str
    body: str = ""
    half_stars: int | None = None
    name: str = ""
    email: str = ""
    parent: Comment | None = None
    user: object = None
    commenter: Commenter | None = None
    is_proved: bool = False
    is_private: bool = False
    visitor_hash: str = ""
    network_hash: str = ""
    marks: list = field(default_factory=list)
    edited: Comment | None = None
    known: object = None

    @classmethod
    def of(cls, comment, page, settings, **changes):
        """Return a comment as the checks look at it, whether it is stored yet or not.

        changes: what is to be judged instead of its own, such as another name.
        """
        values = {
            "policy": get_policy(page, settings),
            "body": comment.body,
            "half_stars": comment.half_stars,
            "name": comment.name,
            "email": comment.email,
            "parent": comment.parent,
            "user": comment.author,
            "commenter": comment.commenter,
            "is_proved": comment.is_proved,
            "is_private": comment.is_private,
            "visitor_hash": comment.visitor_hash,
            "network_hash": comment.network_hash,
        }
        return cls(page, settings, **values | changes)

    @property
    def is_staff(self):
        return speaks_for_the_journal(self.user)

    @cached_property
    def shown_text(self):
        """The words as one plain text, spoilers opened: what is compared and counted."""
        return open_spoilers(self.body)
