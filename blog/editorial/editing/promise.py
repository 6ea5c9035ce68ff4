"""Whether a pressed button still does what it said when it was pressed."""

import re

from blog.scheduling.fields import name_instant

from .menu import get_go_live_at
from .verb import NOW, UNSURE

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ")


def keeps_promise(promise, page):
    """Return whether publishing `page` does what the button's value `promise` said.

    A value that says nothing, such as Wagtail's own, promises nothing.
    """
    if promise == UNSURE:
        return False
    go_live_at = get_go_live_at(page)
    if promise == NOW:
        return go_live_at is None
    if _INSTANT.fullmatch(promise):
        return go_live_at is not None and name_instant(go_live_at) == promise
    return True
