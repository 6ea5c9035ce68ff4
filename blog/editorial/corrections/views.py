"""The notes of one page: write one, change one, take one away."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from blog.lib.http import see_other
from blog.posts.models import PostPage

from ..models import Correction
from .actions import change_note, remove_note, write_note
from .forms import NoteForm


@require_http_methods(["GET", "HEAD", "POST"])
def list_notes(request, page_id):
    """Show the notes of a page with a form for each; a post writes a new one."""
    page = find_page(request.user, page_id)
    is_sent = request.method == "POST"
    form = NoteForm(request.POST) if is_sent else NoteForm()
    if is_sent and form.is_valid():
        write_note(page, form.cleaned_data["text"], request.user)
        messages.success(request, _("Readers see the note under the title."))
        return see_other(request.path)
    return show(request, page, form)


@require_POST
def change(request, correction_id):
    """Change the words of a note."""
    correction = get_object_or_404(Correction, pk=correction_id)
    page = find_page(request.user, correction.page_id)
    form = NoteForm(request.POST, auto_id=f"note_{correction.pk}_%s")
    if not form.is_valid():
        return show(request, page, NoteForm(), {correction.pk: form})
    change_note(correction, form.cleaned_data["text"], request.user)
    messages.success(request, _("The note says that now."))
    return see_other(reverse("editorial_corrections", args=[page.pk]))


@require_POST
def remove(request, correction_id):
    """Take a note from its page."""
    correction = get_object_or_404(Correction, pk=correction_id)
    page = find_page(request.user, correction.page_id)
    remove_note(correction, request.user)
    messages.success(request, _("The note is gone."))
    return see_other(reverse("editorial_corrections", args=[page.pk]))


def find_page(user, page_id):
    """Return the essay. Raises Http404, and PermissionDenied for who may not publish it."""
    page = get_object_or_404(PostPage, pk=page_id)
    if not page.permissions_for_user(user).can_publish():
        raise PermissionDenied
    return page


def show(request, page, form, wrong=()):
    """Draw the notes of a page. wrong: {number of a note: its form with errors}."""
    notes = list(page.corrections.select_related("corrected_by"))
    for note in notes:
        own = NoteForm(initial={"text": note.text}, auto_id=f"note_{note.pk}_%s")
        note.form = dict(wrong).get(note.pk, own)
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    context = {
        "page": page,
        "notes": notes,
        "form": form,
        "breadcrumbs_items": [
            {"url": edit_url, "label": page.get_admin_display_title()},
            {"url": "", "label": _("Corrections")},
        ],
        "header_icon": "edit",
        "header_title": _("Corrections"),
    }
    status = 422 if wrong or form.errors else 200
    return TemplateResponse(request, "editorial/corrections/notes.html", context, status=status)
