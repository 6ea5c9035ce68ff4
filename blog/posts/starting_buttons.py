"""Where the admin offers to begin an essay: to whoever may write one."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button

from blog.films.links import essay_address
from blog.films.models import FilmPage
from blog.quotes.models import Quote

from .starting import may_start_essay

BEFORE_DELETING = 25


def offer_for_page(page, user):
    """Return the buttons of a page: one for a film."""
    return _offer(user, film=page.pk) if page.specific_class is FilmPage else []


def offer_for_viewing(viewing, user):
    return _offer(user, viewing=viewing.pk)


def offer_for_snippet(snippet, user):
    """Return the buttons of a snippet in a list: one for a quotation."""
    return _offer(user, quote=snippet.pk) if isinstance(snippet, Quote) else []


def _offer(user, **source):
    if not may_start_essay(user):
        return []
    address = essay_address(**source)
    return [Button(_("Write about it"), address, icon_name="edit", priority=BEFORE_DELETING)]
