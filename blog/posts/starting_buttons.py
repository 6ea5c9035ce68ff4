"""Where the admin offers to begin an essay: to whoever may write one."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button
from wagtail.models import Page

from blog.films.links import essay_address
from blog.films.models import FilmPage, Viewing
from blog.quotes.models import Quote

from .starting import may_start_essay

BEFORE_DELETING = 25


def source_of(thing):
    """Return what an address says of what one may write about, {} for anything else.

    thing: a page, a snippet or a viewing; {"film": 3}, {"quote": 3} or {"viewing": 3}.
    """
    if isinstance(thing, Page):
        return {"film": thing.pk} if thing.specific_class is FilmPage else {}
    for name, model in (("viewing", Viewing), ("quote", Quote)):
        if isinstance(thing, model):
            return {name: thing.pk}
    return {}


def offer_essay(thing, user):
    """Return the button of a film, a quotation or a viewing, in a list; none for others."""
    source = source_of(thing)
    if not source or not may_start_essay(user):
        return []
    address = essay_address(**source)
    return [Button(_("Write about it"), address, icon_name="edit", priority=BEFORE_DELETING)]
