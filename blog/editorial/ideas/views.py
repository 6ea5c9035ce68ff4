"""“Write it”: the button that makes a draft of an idea. Django's CSRF token guards it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from blog.lib.http import see_other
from blog.posts.starting import may_start_essay

from ..desk.words import in_words
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
        post = start_draft(idea, request.user)
        messages.success(request, describe_draft(idea, post))
        return see_other(_editor_of(post))
    context = {
        "idea": idea,
        "header_icon": "pick",
        "page_title": _("Write it"),
        "header_title": _("Write it"),
    }
    return TemplateResponse(request, "editorial/ideas/write.html", context)


def describe_draft(idea, post):
    """Return what became of an idea, as sentences for whoever wrote it."""
    sentences = [_("This is the draft of your idea. Nobody sees it but you and the editors.")]
    if idea.note:
        sentences.append(_("Your note stands at the title, under the sign of the comments."))
    if post.go_live_at:
        words = {"when": in_words(post.go_live_at)}
        sentences.append(_("It is planned for %(when)s and not scheduled.") % words)
    elif idea.planned_on:
        sentences.append(_("The day that you planned it for is over, so it has no date."))
    return " ".join(sentences)


def _editor_of(post):
    return reverse("wagtailadmin_pages:edit", args=[post.pk])
