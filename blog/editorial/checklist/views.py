"""The list of what to look at: a page of its own, and a part of the editor's side panel."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Page

from .counting import find_all


@never_cache
@require_safe
def checks(request, page_id):
    """Show what there is to look at in the newest words of a page."""
    page = find_page(request.user, page_id)
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    context = {
        "page": page,
        "findings": find_all(page),
        "edit_url": edit_url,
        "breadcrumbs_items": [
            {"url": edit_url, "label": page.get_admin_display_title()},
            {"url": "", "label": _("Checks")},
        ],
        "header_icon": "glasses",
        "header_title": _("Checks"),
        "page_title": _("Checks"),
    }
    return TemplateResponse(request, "editorial/checklist/checks.html", context)


@never_cache
@require_safe
def panel(request, page_id):
    """The list alone, as the side panel of the editor holds it."""
    page = find_page(request.user, page_id)
    # Its links lead to fields of the very page that holds it.
    context = {"findings": find_all(page), "edit_url": ""}
    return TemplateResponse(request, "editorial/checklist/list.html", context)


def find_page(user, page_id):
    """Return a page that `user` may edit, with its newest words.

    Raises Http404 and PermissionDenied.
    """
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=page_id)
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied(f"User {user.pk} may not edit page {page.pk}.")
    return page.get_latest_revision_as_object()
