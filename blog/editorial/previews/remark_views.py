"""The page on which the holder of a link writes a remark.

A page of its own: the draft itself tells no site where it was read, and a browser that keeps
quiet so sends its forms without an origin.
"""

from http import HTTPStatus

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from blog.comments.guards import public_form
from blog.lib.http import see_other

from .finding import find_open_link, get_shown_page
from .remarks import RemarkForm, TooManyRemarksError, leave_remark
from .views import keep_secret, show_nothing

SENT = "sent"  # in the query, after a remark was delivered


@public_form()
def remark(request, token):
    """Show the form, or deliver what was written and say so."""
    link = find_open_link(token)
    if link is None or not link.takes_remarks:
        return show_nothing(request)
    if request.method != "POST":
        return _show(request, token, link, RemarkForm(link=link))
    form = RemarkForm(request.POST, link=link)
    if not form.is_valid():
        return _show(request, token, link, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        leave_remark(link, name=form.cleaned_data["name"], body=form.cleaned_data["body"])
    except TooManyRemarksError:
        words = _("Many remarks came through this link. Copy your words and send them later.")
        form.add_error(None, words)
        return _show(request, token, link, form, HTTPStatus.TOO_MANY_REQUESTS)
    return see_other(f"{reverse('editorial:remark', args=[token])}?{SENT}")


def _show(request, token, link, form, status=HTTPStatus.OK):
    context = {
        "form": form,
        "errors": [(name, error) for name, errors in form.errors.items() for error in errors],
        "title": get_shown_page(link).title,
        "draft_url": reverse("editorial:preview", args=[token]),
        "is_sent": SENT in request.GET and request.method != "POST",
    }
    response = render(request, "editorial/previews/remark.html", context, status=status)
    return keep_secret(response, referrer="same-origin")
