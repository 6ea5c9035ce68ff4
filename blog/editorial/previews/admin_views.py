"""The editor's page of preview links: make one, see who looked, end it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Page

from blog.lib.http import see_other
from blog.lib.trash import is_in_trash

from ..models import PreviewLink
from .actions import MOST_OPEN, TooManyLinksError, make_link, revoke_all, revoke_link
from .forms import LinkForm
from .rights import may_share
from .rows import get_link_rows


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def preview_links(request, page_id):
    """List the links of a page with a form for a new one; a new one is shown at once, and once."""
    page = find_page(request.user, page_id)
    form, address = LinkForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        address = make_address(request, page, form)
        form = LinkForm() if address else form
    still_open, ended = get_link_rows(page)
    context = {
        "page": page,
        "form": form,
        "address": address,
        "open_rows": still_open,
        "ended_rows": ended,
        "is_in_trash": is_in_trash(page),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.draft_title},
            {"url": "", "label": _("Preview links")},
        ],
        "header_icon": "link",
        "header_title": _("Preview links"),
        "page_title": _("Preview links"),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "editorial/previews/admin/links.html", context, status=status)


@require_POST
def revoke(request, page_id):
    """End one link of a page, or all of them where the form names none."""
    page = find_page(request.user, page_id)
    number = request.POST.get("link", "")
    if number:
        is_number = number.isascii() and number.isdigit() and len(number) < 19
        links = PreviewLink.objects.filter(page=page.pk)
        link = get_object_or_404(links, pk=int(number) if is_number else 0)
        ended = revoke_link(link, request.user)
    else:
        ended = revoke_all(page, request.user)
    words = ngettext(
        "%(number)d link was ended. Whoever opens it now finds nothing.",
        "%(number)d links were ended. Whoever opens them now finds nothing.",
        ended,
    )
    messages.success(request, words % {"number": ended} if ended else _("No link was open."))
    return see_other(reverse("editorial_preview_links", args=[page.pk]))


def find_page(user, page_id):
    """Return the page that `user` may share. Raises Http404 and PermissionDenied."""
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=page_id)
    if not may_share(user, page):
        raise PermissionDenied(f"User {user.pk} may not share page {page.pk}.")
    return page


def make_address(request, page, form):
    """Return the address of a new link, absolute; "" when it was refused, with an error."""
    data = form.cleaned_data
    if is_in_trash(page):
        # Deleted since the form was opened; the page says so in the form's place.
        form.add_error(None, _("This page is in the trash: no link opens it until it is restored."))
        return ""
    try:
        _link, token = make_link(
            page,
            request.user,
            label=data["label"],
            days=data["days"],
            is_pinned=data["shows"] == "version",
            takes_remarks=data["takes_remarks"],
        )
    except TooManyLinksError:
        words = _("%(most)d links are open. End those that nobody needs, then make a new one.")
        form.add_error(None, words % {"most": MOST_OPEN})
        return ""
    path = reverse("editorial:preview", args=[token])
    site = page.get_site()
    return f"{site.root_url}{path}" if site else request.build_absolute_uri(path)
