"""Whether the address is proved, and whether its owner is known here."""

from ..commentable import Policy
from ..reasons import NEWCOMER, UNPROVED
from .finding import Finding


def check_newcomer(candidate):
    """Hold whose address is not proved, and by the policy also who is new.

    A journal that has its first spam and whose filter cannot tell it yet reads new readers first.
    """
    if candidate.policy == Policy.REVIEW_ALL:
        return None  # the policy itself holds it, for a reason that blames nobody
    if not candidate.is_proved:
        return Finding(UNPROVED)
    is_for_known = candidate.policy == Policy.REVIEW_NEW or candidate.known.is_filter_blind
    if is_for_known and not candidate.known.is_trusted:
        return Finding(NEWCOMER)
    return None
