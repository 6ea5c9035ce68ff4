"""The way to take a publication back, from where it was just published and from the page."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from .rows import get_undoable_of


def offer_after_publication(request, page):
    """Return the button for the message after a publication, in a list."""
    row = get_undoable_of(page, request.user)
    return [messages.button(get_address(row), _("Take back"))] if row else []


def offer_for_page(page, user):
    """Return the entry for a page's own buttons, in a list."""
    row = page.live and get_undoable_of(page, user)
    if not row:
        return []
    label = _("Take the publication back")
    return [Button(label, url=get_address(row), icon_name="rotate", priority=25)]


def get_address(row):
    return reverse("editorial_undo", args=[row.pk])
