"""The page on which a reader reports a comment, and the thanks for it."""

from http import HTTPStatus

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Page

from blog.lib.http import get_visitor_trait, see_other
from blog.lib.pages import live_and_public

from ..guards import public_form
from ..models import Comment, Report
from ..policies import HIDDEN, get_comments_state
from ..visitors import hash_visitor
from ..wording import things_to_fix
from .actions import TooManyReportsError, report_comment
from .forms import LONGEST_TEXT, ReportForm


@public_form(too_large="comments/reports/too_large.html")
def report(request, pk):
    """Ask what is wrong with a comment, and take the answer in."""
    comment = _find_comment(pk)
    if not (comment and comment.is_published):
        return _show_gone(request, comment)
    if request.method != "POST":
        return _show(request, comment, ReportForm())
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _show(request, comment, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        report_comment(
            comment, **form.cleaned_data, visitor_hash=hash_visitor(get_visitor_trait(request))
        )
    except TooManyReportsError:
        form.add_error(None, _("Many reports came in at once. Try again tomorrow, please."))
        return _show(request, comment, form, HTTPStatus.TOO_MANY_REQUESTS)
    return see_other(reverse("comments:report_thanks", args=[comment.pk]))


@require_safe
@never_cache
def report_thanks(request, pk):
    """Thank a reader, and lead back to the comment if it still stands."""
    comment = _find_comment(pk)
    if comment is None:
        return _show_gone(request, comment)
    # Who reported what was taken off meanwhile is thanked too, without a way back.
    status = HTTPStatus.OK if comment.is_published else HTTPStatus.GONE
    context = {"back": comment.get_absolute_url() if comment.is_published else ""}
    return render(request, "comments/reports/thanks.html", context, status=status)


def _find_comment(pk):
    """Return a comment that readers can or once could see, with its specific page; else None.

    What was never to be seen is as unknown as what never was.
    """
    comment = Comment.objects.in_thread().filter(pk=pk).first()
    page = comment and live_and_public(Page.objects.filter(pk=comment.page_id)).first()
    page = page and page.specific
    if not page or get_comments_state(page) == HIDDEN:
        return None
    comment.page = page
    return comment


def _show_gone(request, comment):
    """Say that there is nothing to report. comment: one that readers could once see, or None."""
    status = HTTPStatus.GONE if comment else HTTPStatus.NOT_FOUND
    context = {"was_here": bool(comment)}
    return render(request, "comments/reports/gone.html", context, status=status)


def _show(request, comment, form, status=HTTPStatus.OK):
    errors = [(name, error) for name, errors in form.errors.items() for error in errors]
    context = {
        "comment": comment,
        "commented_page": comment.page,
        "form": form,
        "reasons": Report.Reason.choices,
        "longest": LONGEST_TEXT,
        "errors": errors,
        "errors_heading": things_to_fix(len(errors)),
    }
    return render(request, "comments/reports/report.html", context, status=status)
