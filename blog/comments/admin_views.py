"""Deciding on one comment, and answering it, in the admin. Django's CSRF token guards both."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.log_actions import registry
from wagtail.permissions import policy_registry

from blog.lib.http import see_other

from .actions import answer_as, approve_comment
from .decisions import DECISIONS, get_decisions
from .models import Comment
from .reasons import describe_reasons
from .writing import BodyForm

LIST_URL = "wagtailsnippets_comments_comment:list"
INSPECT_URL = "wagtailsnippets_comments_comment:inspect"


@require_POST
def decide(request, pk):
    """Carry out one moderator's decision about one comment."""
    comment = _find(request, pk, "moderate")
    decision = DECISIONS.get(request.POST.get("decision"))
    if decision and decision.is_possible(comment) and decision.act(comment, by=request.user):
        messages.success(request, f"{decision.done}: {_name_of(comment)}")
    else:
        messages.error(request, _("This was not possible: someone else may have been faster."))
    return see_other(_get_next(request))


def answer(request, pk):
    """Write an answer that is published at once; a moderator's also lets the comment appear."""
    comment = _find(request, pk, "answer")
    context = get_comment_context(request, comment)
    if not context["can_answer"]:
        messages.error(request, _("Only what readers can see can be answered."))
        return see_other(_get_next(request))
    form = BodyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                if comment.is_awaiting:
                    approve_comment(comment, by=request.user)
                answer_as(request.user, comment, form.cleaned_data["body"])
        except ValueError:
            form.add_error(None, _("This page hides its replies, so yours would not be seen."))
        else:
            messages.success(request, _("Your answer is published."))
            return see_other(_get_next(request))
    context |= {
        "form": form,
        "next_url": _get_next(request),
        "header_title": _("Answer"),
        "header_icon": "comment",
        "breadcrumbs_items": [
            {"url": reverse(LIST_URL), "label": _("Reader comments")},
            {"url": "", "label": _("Answer"), "sublabel": _name_of(comment)},
        ],
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "comments/admin/answer.html", context, status=status)


def get_comment_context(request, comment):
    """Return what the pages about one comment show of it."""
    policy = policy_registry.get_by_type(Comment)
    may_moderate = policy.user_has_permission_for_instance(request.user, "moderate", comment)
    decisions = get_decisions(comment) if may_moderate else []
    if may_moderate and DECISIONS["erase"].is_possible(comment):
        decisions = [*decisions, DECISIONS["erase"]]
    return {
        "comment": comment,
        "decisions": decisions,
        "can_answer": comment.is_published or may_moderate and comment.is_awaiting,
        "reasons": describe_reasons(comment.reasons),
        "log": registry.get_logs_for_instance(comment).select_related("user"),
        "next_url": _get_next(request),
    }


def _find(request, pk, action):
    """Return a comment on which this person may do `action`."""
    comment = get_object_or_404(Comment.objects.select_related("page", "parent", "author"), pk=pk)
    policy = policy_registry.get_by_type(Comment)
    if not policy.user_has_permission_for_instance(request.user, action, comment):
        raise PermissionDenied
    return comment


def _get_next(request):
    return get_valid_next_url_from_request(request) or reverse(LIST_URL)


def _name_of(comment):
    return comment.name or _("Nobody")
