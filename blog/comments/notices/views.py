"""The pages to which links in mails lead. A GET changes nothing: mail servers open links too."""

from http import HTTPStatus

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from blog.lib.http import limit_body, see_other

from ..actions import words_version
from ..guards import SMALL_POST, public_form
from ..models import Comment
from ..reasons import describe_reasons
from ..writing import BodyForm
from .choices import CHOICES, carry_out, find_account, is_open
from .stopping import EVERYTHING, SCOPES, get_stopped, resume_mails, stop_mails
from .tokens import DECIDE_FOR, LinkError, read_decide_token, read_stop_token

INSPECT_URL = "wagtailsnippets_comments_comment:inspect"


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@limit_body(SMALL_POST, "comments/too_large.html")
def stop(request, token):
    """End mails about a comment, a page or everything, or take that back.

    The token says whose, so that a mail program may post here without cookies or origin.
    """
    try:
        link = read_stop_token(token)
    except LinkError:
        return _show_lost(request, HTTPStatus.NOT_FOUND)
    if request.method == "POST":
        if "List-Unsubscribe" in request.POST:
            # RFC 8058: no redirect, and no question.
            stop_mails(link, EVERYTHING)
            return _show_stop(request, link)
        scope = request.POST.get("scope")
        if scope in SCOPES:
            change = resume_mails if request.POST.get("action") == "resume" else stop_mails
            change(link, scope)
        return see_other(request.path)
    return _show_stop(request, link)


def _show_stop(request, link):
    stopped = get_stopped(link)
    page = Page.objects.filter(pk=link.page).first() if link.page else None
    words = {
        "comment": _("Answers to one comment of yours"),
        "essay": _("Everything on “%(title)s”") % {"title": page.title} if page else "",
        EVERYTHING: _("Comments that wait or are reported") if link.user else _("Everything"),
    }
    choices = [
        {"scope": scope, "label": words[scope], "is_stopped": stopped[scope]}
        for scope in SCOPES
        if scope in stopped and words[scope]
    ]
    context = {"choices": choices, "all_stopped": stopped.get(EVERYTHING)}
    return render(request, "comments/notices/stop.html", context)


@public_form()
def decide(request, token):
    """Let the account of a token decide about one comment with one button."""
    try:
        link = read_decide_token(token)
    except LinkError as error:
        if error.code == "forged":
            return _show_lost(request, HTTPStatus.NOT_FOUND)
        return _show_no_more(request, "too_old", HTTPStatus.GONE)
    rows = Comment.objects.select_related("page", "parent", "commenter")
    comment = rows.not_erased().filter(pk=link.comment).first()
    if comment is None:
        return _show_no_more(request, "gone", HTTPStatus.GONE)
    user = find_account(link, comment)
    if user is None:
        return _show_no_more(request, "refused", HTTPStatus.FORBIDDEN)
    form = BodyForm()
    error, status = "", HTTPStatus.OK
    if request.method == "POST" and is_open(link, comment):
        form = BodyForm(request.POST)
        error, status = _decide(request, link, user, comment, form)
        if not error:
            return see_other(f"{request.path}?done")
    elif request.method == "POST":
        return see_other(request.path)
    return _show_decide(request, link, user, comment, form, error, status)


def _decide(request, link, user, comment, form):
    """Carry out what was posted; return what is wrong with it, or "", and the status of that."""
    refused = HTTPStatus.UNPROCESSABLE_ENTITY
    if request.origin_judgement != "allow":
        return _("Open this page in a browser, and press the button there."), HTTPStatus.FORBIDDEN
    if request.POST.get("words") != words_version(comment):
        return _("Its writer changed the words meanwhile. Read them, then decide."), refused
    if link.action == "answer" and not form.is_valid():
        return form.errors.get("body", form.non_field_errors())[0], refused
    try:
        carry_out(link, user, form.cleaned_data["body"] if link.action == "answer" else "")
    except ValueError:
        return _("This page hides its replies, so that nothing can be published there."), refused
    return "", HTTPStatus.OK


def _show_decide(request, link, user, comment, form, error, status):
    is_still_open = is_open(link, comment)
    last = comment.judgements.select_related("by").order_by("pk").last()
    # An answer leaves its page open: that it was given stands in the address.
    was_answered = "done" in request.GET and comment.answers.filter(author=user).exists()
    context = {
        "comment": comment,
        "choice": CHOICES[link.action],
        "action": link.action,
        "account": user,
        "is_open": is_still_open and not was_answered,
        "was_done": was_answered or ("done" in request.GET and not is_still_open),
        "last": last,
        "form": form,
        "error": error,
        "words": words_version(comment),
        "reasons": describe_reasons(comment.reasons) if comment.is_awaiting else [],
        "admin_address": reverse(INSPECT_URL, args=[comment.pk]),
    }
    return render(request, "comments/moderate/decide.html", context, status=status)


def _show_no_more(request, why, status):
    context = {"why": why, "days": DECIDE_FOR.days, "admin_address": reverse("wagtailadmin_home")}
    return render(request, "comments/moderate/no_more.html", context, status=status)


def _show_lost(request, status):
    return render(request, "comments/notices/lost.html", status=status)
