"""How fast comments come: from one visitor, one network, to one page, and in all.

Beyond a limit comments are held, never lost. Beyond the last one everything is held that comes
within the hour, and the owner hears of it once: see spam/flood.py.
"""

from ..reasons import FLOOD, MANY_OF_NETWORK, MANY_OF_VISITOR, MANY_ON_PAGE
from ..spam.counting import count_up
from .finding import Finding

MINUTE, HOUR, DAY = 60, 3600, 86400
# (what they have in common, seconds, most of them, the reason)
LIMITS = [
    ("visitor", 10 * MINUTE, 3, MANY_OF_VISITOR),
    ("visitor", DAY, 20, MANY_OF_VISITOR),
    ("network", HOUR, 20, MANY_OF_NETWORK),
    ("page", HOUR, 60, MANY_ON_PAGE),
    ("all", HOUR, 300, FLOOD),
]


def check_rates(candidate):
    """Count this comment and hold it beyond a limit. New words of a stored one are not counted."""
    if candidate.edited:
        return None
    values = {
        "visitor": candidate.visitor_hash,
        "network": candidate.network_hash,
        "page": str(candidate.page.pk),
        "all": "comments",
    }
    limits = {
        f"{trait} {seconds} {values[trait]}": (seconds, most, code)
        for trait, seconds, most, code in LIMITS
        if values[trait]
    }
    counts = count_up({key: seconds for key, (seconds, _most, _code) in limits.items()})
    exceeded = {code for key, (_seconds, most, code) in limits.items() if counts[key] > most}
    return [Finding(code) for code in sorted(exceeded)]
