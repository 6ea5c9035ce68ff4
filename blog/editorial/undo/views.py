"""The page that asks whether a publication is taken back, and does it."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from blog.lib.http import see_other

from ..models import Publication
from .actions import undo_publication
from .refusals import UndoRefusedError, seconds_left, why_not


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def undo_view(request, publication_id):
    """Ask about one publication; a post takes it back."""
    publication = get_object_or_404(Publication, pk=publication_id)
    page = publication.page.specific
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    next_url = get_valid_next_url_from_request(request)
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if request.method == "POST":
        undo(request, publication, page)
        return see_other(next_url or edit_url)
    is_done = bool(publication.undone_at)
    context = {
        "page": page,
        "publication": publication,
        "refusal": _("It was taken back already.") if is_done else why_not(publication, page),
        "minutes": max(1, seconds_left(publication) // 60),
        "next": next_url or "",
        "back": next_url or edit_url,
        "breadcrumbs_items": [
            {"url": edit_url, "label": page.get_admin_display_title()},
            {"url": "", "label": _("Take back")},
        ],
        "header_icon": "rotate",
        "header_title": _("Take back"),
    }
    return TemplateResponse(request, "editorial/undo/confirm.html", context)


def undo(request, publication, page):
    """Take a publication back, and say what came of it."""
    title = {"title": page.get_admin_display_title()}
    try:
        undone = undo_publication(publication, by=request.user)
    except UndoRefusedError as error:
        messages.error(request, str(error))
        return
    if undone is None:
        messages.info(request, _("It was taken back already."))
    elif publication.was_live:
        words = _("The update of “%(title)s” is taken back. Readers see what they saw before.")
        messages.success(request, f"{words % title} {_('Your newest words are kept as a draft.')}")
    else:
        words = _("“%(title)s” is taken back: it is a draft again, and readers cannot open it.")
        messages.success(request, words % title)
