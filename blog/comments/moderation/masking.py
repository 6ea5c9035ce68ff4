"""Marking a passage of a comment as a spoiler: the words stay its writer's, and stay whole."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.permissions import policy_registry

from blog.lib.http import see_other

from ..models import Comment
from .addresses import LIST_URL, get_next_url
from .forms import MaskForm
from .keeping import mask_passage, unmask_passage
from .page import get_page_context
from .rows import load_rows
from .telling import name_of, say


@require_POST
def mask(request, pk):
    """Hide a passage from readers until they ask for it; with "unmask" show it again."""
    comment = get_object_or_404(load_rows(Comment.objects.not_erased()), pk=pk)
    policy = policy_registry.get_by_type(Comment)
    if not policy.user_has_permission_for_instance(request.user, "moderate", comment):
        raise PermissionDenied
    if "unmask" in request.POST:
        done = unmask_passage(comment, request.POST["unmask"], by=request.user)
        said = _("The passage is shown again.") if done else _("It was not hidden.")
        say(request, said, is_done=done)
        return see_other(get_next_url(request))
    form = MaskForm(request.POST)
    if form.is_valid():
        try:
            done = mask_passage(comment, form.cleaned_data["passage"], by=request.user)
        except ValueError:
            form.add_error("passage", _("The comment does not say this. Copy it as it was typed."))
        else:
            said = _("The passage is hidden now, as a spoiler marked by an editor.")
            say(request, said if done else _("It is hidden already."), is_done=done)
            return see_other(get_next_url(request))
    return _show_again(request, comment, form)


def _show_again(request, comment, form):
    """Return the page of the comment with what was typed and why it was not done."""
    context = get_page_context(request, comment) | {
        "mask_form": form,
        "header_title": _("Mark a spoiler"),
        "header_icon": "comment",
        "breadcrumbs_items": [
            {"url": reverse(LIST_URL), "label": _("Reader comments")},
            {"url": "", "label": _("Mark a spoiler"), "sublabel": name_of(comment)},
        ],
    }
    return TemplateResponse(request, "comments/admin/inspect.html", context, status=422)
