"""What an idea can be noted at: a film, a quotation, an evening."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button

from blog.films.models import FilmPage
from blog.posts.starting_views import LONGEST_NUMBER, find_film, find_quote, find_viewing
from blog.quotes.models import Quote

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


def offer_for_page(page, user):
    """Return the buttons of a page: one for a film."""
    return _offer(user, film=page.pk) if page.specific_class is FilmPage else []


def offer_for_viewing(viewing, user):
    return _offer(user, viewing=viewing.pk)


def offer_for_snippet(snippet, user):
    """Return the buttons of a snippet in a list: one for a quotation."""
    return _offer(user, quote=snippet.pk) if isinstance(snippet, Quote) else []


def _offer(user, **source):
    if not may_note_idea(user):
        return []
    address = reverse("idea:add", query=source)
    return [Button(_("Note an idea"), address, icon_name="pick", priority=AFTER_WRITING)]
