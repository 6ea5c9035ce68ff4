"""What a rule would have done to the last comments."""

from dataclasses import dataclass, field

from ..candidate import Candidate
from ..models import Comment
from ..spam.knowledge import Words
from .matching import PatternTooSlowError, find_match

LAST = 100


@dataclass
class Trial:
    """looked_at: how many comments. matches: [(comment, what was found)]."""

    looked_at: int = 0
    matches: list = field(default_factory=list)
    is_slow: bool = False


def try_rule(rule):
    """Return the Trial of a rule, stored or not, on the last comments that have words."""
    trial = Trial()
    comments = Comment.objects.not_erased().exclude(body="").select_related("page")
    for comment in comments.order_by("-pk")[:LAST]:
        trial.looked_at += 1
        words = Words(Candidate(comment.page, None, "", body=comment.body, name=comment.name))
        try:
            match = find_match(rule, words)
        except PatternTooSlowError:
            trial.is_slow = True
            break
        if match:
            trial.matches.append((comment, match))
    return trial
