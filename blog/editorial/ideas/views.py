"""“Write it”: the button that makes a draft of an idea. Django's CSRF token guards it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from blog.lib.http import see_other
from blog.posts.starting import may_start_essay

from ..models import PostIdea
from .actions import has_draft, start_draft
from .permissions import may_change


def write(request, pk):
    """Show the button, or make the draft and go on to its editor."""
    idea = get_object_or_404(PostIdea.objects.select_related("film", "quote", "post"), pk=pk)
    if not may_change(request.user, idea):
        raise PermissionDenied
    if has_draft(idea):
        return see_other(_editor_of(idea.post))
    if not may_start_essay(request.user):
        messages.error(request, _("You may not add essays to the journal. Ask whoever keeps it."))
        return redirect("idea:index")
    if request.method == "POST":
        return see_other(_editor_of(start_draft(idea, request.user)))
    context = {
        "idea": idea,
        "header_icon": "pick",
        "page_title": _("Write it"),
        "header_title": _("Write it"),
    }
    return TemplateResponse(request, "editorial/ideas/write.html", context)


def _editor_of(post):
    return reverse("wagtailadmin_pages:edit", args=[post.pk])
