"""What there is to look at on a page before it is published: warnings, never locks."""

from django.utils.translation import ngettext

from .checks import CHECKS
from .known import ask
from .pieces import walk


def find_all(page):
    """Return the Findings on a page, a list in the order of the checks.

    page: a specific page with the words that will go out, saved or not.
    """
    pieces = list(walk(page))
    known = ask(page, pieces)
    return [finding for check in CHECKS for finding in check(page, pieces, known)]


def count_findings(page):
    """Return how many things there are to look at on a page."""
    return len(find_all(page))


def describe_findings(page):
    """Return "3 things to look at" for a page, or "" for none."""
    number = count_findings(page)
    if not number:
        return ""
    words = ngettext("%(number)d thing to look at", "%(number)d things to look at", number)
    return words % {"number": number}
