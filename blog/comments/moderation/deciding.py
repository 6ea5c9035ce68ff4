"""Deciding on one comment, and taking it back. Django's CSRF token guards both.

The queue's script gets JSON: what to say, whether it can be undone, and the row as it is now.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.permissions import policy_registry

from blog.lib.http import see_other

from ..models import Comment, Judgement
from .addresses import get_next_url, wants_json
from .counts import count_waiting
from .decisions import DECISIONS, get_version
from .rows import load_rows, render_rows
from .telling import name_of, say, tell_what_it_is_now


@require_POST
def decide(request, pk):
    """Carry out one moderator's decision about one comment, if it is still what they saw."""
    decision = DECISIONS.get(request.POST.get("decision"))
    began = timezone.now()
    try:
        with transaction.atomic():
            comment = lock_comment(request, pk, "moderate")
            was_seen = request.POST.get("seen", get_version(comment)) == get_version(comment)
            is_possible = decision and was_seen and decision.is_possible(comment)
            done = is_possible and decision.act(comment, by=request.user)
    except Http404:
        if not wants_json(request):
            raise
        return JsonResponse({"said": _("This comment is gone: somebody erased it.")}, status=404)
    if not done:
        return _answer(request, pk, tell_what_it_is_now(pk), is_done=False)
    said = f"{decision.done}: {name_of(comment)}."
    return _answer(request, pk, said, undo=find_judgements([comment], request.user, began))


def lock_comment(request, pk, action):
    """Return a comment, held until the end of the transaction, on which one may do `action`.

    Raises Http404 when it is gone, and PermissionDenied.
    """
    # "self" alone: PostgreSQL locks no rows that may be missing.
    rows = load_rows(Comment.objects.select_for_update(of=("self",)))
    comment = rows.filter(pk=pk).first()
    if comment is None:
        raise Http404
    policy = policy_registry.get_by_type(Comment)
    if not policy.user_has_permission_for_instance(request.user, action, comment):
        raise PermissionDenied
    return comment


def find_judgements(comments, user, began):
    """Return the ids of what this account decided about the comments since then."""
    mine = Judgement.objects.filter(by=user, how=Judgement.How.PERSON, created_at__gte=began)
    return list(mine.filter(comment__in=comments).order_by("pk").values_list("pk", flat=True))


def _answer(request, pk, said, *, is_done=True, undo=()):
    """Return what was done, or why not: JSON for the script, else a message on the next page."""
    next_url = get_next_url(request)
    if not wants_json(request):
        say(request, said, is_done=is_done, undo=undo, next_url=next_url)
        return see_other(next_url)
    rows = Comment.objects.filter(pk=pk)
    data = {
        "said": said,
        "undo": list(undo),
        # Done, and nothing more to decide: the row goes. Else it stays, as it is now.
        "row": render_rows(request, rows.undecided() if is_done else rows),
        "waiting": count_waiting().sentence,
    }
    return JsonResponse(data, status=200 if is_done else 409)
