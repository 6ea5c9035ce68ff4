"""What its writer alone sees of a comment: its state, why, and for a while ways to change it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from blog.lib.http import see_other

from .actions import (
    can_change,
    drop_edit,
    edit_comment,
    get_change_limit,
    withdraw_comment,
)
from .guards import public_form
from .models import Comment, CommentEdit
from .policies import takes_ratings
from .receipts import describe_state, get_receipt_url, read_receipt
from .views import LARGEST_POST
from .wording import get_wording
from .writing import TakeForm


@public_form(LARGEST_POST)
def receipt(request, token):
    """Show a writer their comment, its state and why; let them change it while that is fair."""
    comment = _find_comment(token)
    if comment is None:
        return _show_gone(request, token)
    edit = _find_edit(comment)
    form = _make_form(request, comment, edit)
    if request.method != "POST":
        return _show_receipt(request, comment, edit, form)
    done = _change(request.POST.get("action"), comment, form)
    if done:
        return see_other(request.path)
    errors = [error for errors in form.errors.values() for error in errors]
    if done is not None:
        errors = [_("It is too late to change this: it is old, or somebody read or answered it.")]
        comment = _find_comment(token)
        if comment is None:
            return _show_gone(request, token, form if _has_words(request) else None)
    return _show_receipt(request, comment, edit, form, errors)


@require_safe
@never_cache
def place(request, token):
    """Give the script of a page what to show its reader in the place of their waiting comment.

    Nothing at all for what stands in the page already.
    """
    comment = _find_comment(token)
    if comment is None:
        return HttpResponse(status=410 if read_receipt(token) else 404)
    edit = _find_edit(comment)
    if comment.is_published and not edit:
        return HttpResponse()
    return render(request, "comments/place.html", _get_context(comment, edit))


def _find_comment(token):
    """Return the comment of a token that we signed, if anything of it is left."""
    pk = read_receipt(token)
    rows = Comment.objects.not_erased().select_related("page", "parent")
    return rows.filter(pk=pk).first() if pk else None


def _find_edit(comment):
    return CommentEdit.objects.filter(comment=comment).first()


def _has_words(request):
    """Return whether a request brings new words: a withdrawal brings none."""
    return request.method == "POST" and request.POST.get("action") != "withdraw"


def _make_form(request, comment, edit):
    """Return the form with the words that came or else with those that are kept."""
    words = edit or comment
    written = {"body": words.body, "rating": words.half_stars or ""}
    may_rate = takes_ratings(comment.page) and not comment.parent_id
    return TakeForm(request.POST if _has_words(request) else written, may_rate=may_rate)


def _change(action, comment, form):
    """Do what the writer asked for: whether it was in time, or None where the form has faults."""
    if action == "withdraw":
        return withdraw_comment(comment)
    if action == "drop":
        drop_edit(comment)
        return True
    if not form.is_valid():
        return None
    return bool(edit_comment(comment, form.cleaned_data["body"], form.cleaned_data["rating"]))


def _get_context(comment, edit):
    """Return what both the page and the fragment tell of a comment."""
    return {
        "comment": comment,
        "edit": edit,
        "state": describe_state(comment, edit),
        "receipt_url": get_receipt_url(comment),
        "can_change": can_change(comment),
    }


def _show_receipt(request, comment, edit, form, errors=()):
    page = comment.page.specific
    context = _get_context(comment, edit) | {
        "commented_page": page,
        "wording": get_wording(page, is_answer=bool(comment.parent_id)),
        "change_until": get_change_limit(comment),
        "form": form,
        "errors": errors,
        "has_words": _has_words(request),
    }
    status = 422 if errors else 200
    return render(request, "comments/receipt.html", context, status=status)


def _show_gone(request, token, form=None):
    """Say that nothing is left of it; words that were to take its place can be copied."""
    was_here = read_receipt(token) is not None
    body = form["body"].value() if form else ""
    context = {"was_here": was_here, "body": body}
    return render(request, "comments/comment_gone.html", context, status=410 if was_here else 404)
