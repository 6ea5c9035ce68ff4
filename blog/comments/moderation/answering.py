"""Answering a comment in the admin: for all to read, or by mail where nobody else may read it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from blog.lib.http import see_other

from ..actions import answer_as, approve_comment
from ..models import Comment
from ..writing import BodyForm
from .addresses import LIST_URL, get_next_url
from .notes import mail_answer
from .page import get_page_context
from .rows import load_rows
from .telling import name_of, say


def answer(request, pk):
    """Write an answer that is published at once; a moderator's also lets the comment appear.

    What was written to the author alone is answered by mail.
    """
    comment = get_object_or_404(load_rows(Comment.objects.all()), pk=pk)
    policy = policy_registry.get_by_type(Comment)
    if not policy.user_has_permission_for_instance(request.user, "answer", comment):
        raise PermissionDenied
    context = get_page_context(request, comment)
    if not context["can_answer"]:
        said = context["why_no_answer"] or _("Only what readers can see can be answered.")
        say(request, said, is_done=False)
        return see_other(get_next_url(request))
    form = BodyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            said = _answer(comment, form.cleaned_data["body"], request.user)
        except ValueError:
            form.add_error(None, _why_not(comment))
        else:
            say(request, said)
            return see_other(get_next_url(request))
    context |= {
        "form": form,
        "header_title": _("Answer"),
        "header_icon": "comment",
        "breadcrumbs_items": [
            {"url": reverse(LIST_URL), "label": _("Reader comments")},
            {"url": "", "label": _("Answer"), "sublabel": name_of(comment)},
        ],
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "comments/admin/answer.html", context, status=status)


@transaction.atomic
def _answer(comment, words, user):
    """Publish or mail an answer and return what to say about it."""
    if comment.is_private:
        mail_answer(comment, words, by=user)
        return _("Your answer goes out by mail, to its writer alone.")
    if comment.is_awaiting:
        approve_comment(comment, by=user)
    answer_as(user, comment, words)
    return _("Your answer is published.")


def _why_not(comment):
    if comment.is_private:
        return _("This note can no longer be answered by mail.")
    return _("This page hides its replies, so yours would not be seen.")
