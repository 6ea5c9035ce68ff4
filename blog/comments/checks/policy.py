"""The policy of the page: the last word when nothing else was found."""

from ..commentable import Policy
from ..reasons import POLICY, PRIVATE
from .finding import Finding


def check_policy(candidate):
    """Hold everything where a person reads everything, and what is for the author alone."""
    if candidate.is_private:
        return Finding(PRIVATE)
    return Finding(POLICY) if candidate.policy == Policy.REVIEW_ALL else None
