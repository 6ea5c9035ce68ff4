"""What an idea can be noted at: a film, a quotation, an evening."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button

from blog.posts.starting_buttons import source_of
from blog.posts.starting_views import LONGEST_NUMBER, find_film, find_quote, find_viewing

from .permissions import may_note_idea

FINDERS = {"film": find_film, "viewing": find_viewing, "quote": find_quote}
AFTER_WRITING = 26  # the button "Write about it" has 25


def find_prefilled(user, query):
    """Return {field: row} of what ?film=, ?viewing= and ?quote= name and is still there.

    Raises PermissionDenied for somebody else's evening.
    """
    found = {}
    for name, find in FINDERS.items():
        number = query.get(name, "")
        if number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER:
            found[name] = find(user, int(number))
    if (viewing := found.get("viewing")) and not found.get("film"):
        found["film"] = viewing.film
    return {name: row for name, row in found.items() if row}


def offer_idea(thing, user):
    """Return the button of a film, a quotation or a viewing, in a list; none for others."""
    source = source_of(thing)
    if not source or not may_note_idea(user):
        return []
    address = reverse("idea:add", query=source)
    return [Button(_("Note an idea"), address, icon_name="pick", priority=AFTER_WRITING)]
