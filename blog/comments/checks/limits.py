"""What the form refuses already, in case that a comment came another way or meanwhile."""

from ..policies import OPEN, get_comments_state
from ..reasons import CLOSED, TOO_LONG
from ..writing import LONGEST_BODY
from .finding import Finding


def check_length(candidate):
    """Hold what is longer than a comment may be."""
    length = len(candidate.body)
    return Finding(TOO_LONG, str(length)) if length > LONGEST_BODY else None


def check_closed(candidate):
    """Hold what came when its page took no comments; new words of one that stands may come."""
    if candidate.edited or get_comments_state(candidate.page, candidate.settings) == OPEN:
        return None
    return Finding(CLOSED)
