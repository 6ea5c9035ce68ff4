"""What readers post, and what they see of it. A form error keeps the words: they were work."""

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.models import Page

from blog.lib.html import render_comment
from blog.lib.http import get_network, get_visitor_trait, limit_body, same_origin_post, see_other
from blog.lib.pages import live_and_public
from blog.lib.tickets import TicketError, issue_ticket, read_ticket

from .actions import can_change, edit_comment, withdraw_comment
from .commentable import CommentableMixin
from .forms import CommentForm
from .models import Comment
from .people import get_public_name, is_signed_in, speaks_for_the_journal
from .policies import takes_ratings
from .reasons import NO_BROWSER, describe_reasons
from .receipts import get_receipt_url, read_receipt
from .submission import submit_comment
from .wording import get_wording, things_to_fix
from .writing import TakeForm

LARGEST_POST = 256 * 1024  # bytes; the global limit is for essays
SCRIPT_TICKET_SECONDS = 3


@csrf_exempt
@require_POST
@never_cache
@limit_body(LARGEST_POST, "comments/too_large.html")
@same_origin_post
def comment_create(request, page_id):
    """Take in, preview or send back what a reader wrote under a page."""
    page = _find_page(page_id)
    if page is None:
        body = request.POST.get("body", "").replace("\0", "")
        return render(request, "comments/page_gone.html", {"body": body}, status=404)
    user = _get_writer(request)
    form = CommentForm(request.POST, page=page, user=user)
    if not form.is_valid():
        return _show_form(request, form, status=422)
    if request.POST.get("action") == "preview":
        return _show_preview(request, form)
    try:
        nonce = None if user else read_ticket(form.cleaned_data["ticket"], _ticket_subject(page))
        comment = submit_comment(
            page=page,
            user=user,
            ticket_nonce=nonce,
            visitor_trait=get_visitor_trait(request),
            network_trait=get_network(request),
            half_stars=form.cleaned_data["rating"],
            marks=form.held_for + [NO_BROWSER] * (request.origin_judgement == "hold"),
            **{name: form.cleaned_data[name] for name in _SUBMITTED},
        )
    except TicketError:
        return _show_preview(request, form)
    return see_other(comment.get_absolute_url() if user else get_receipt_url(comment))


_SUBMITTED = ("body", "name", "email", "parent", "notify")


@require_GET
@never_cache
def ticket(request):
    """Answer a script that asks for a form's ticket once a reader begins to write."""
    page_id = request.GET.get("page", "")
    page = _find_page(int(page_id)) if page_id.isdecimal() and len(page_id) < 19 else None
    if page is None:
        return JsonResponse({"message": _("There is no such page.")}, status=404)
    issued = issue_ticket(_ticket_subject(page), at_least_seconds=SCRIPT_TICKET_SECONDS)
    return JsonResponse({"ticket": issued})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@limit_body(LARGEST_POST, "comments/too_large.html")
@same_origin_post
def receipt(request, token):
    """Show a writer their comment, its state and why; let them change it while that is fair."""
    pk = read_receipt(token)
    comment = pk and Comment.objects.not_erased().select_related("page").filter(pk=pk).first()
    if not comment:
        status = 410 if pk else 404
        return render(request, "comments/comment_gone.html", {"was_here": bool(pk)}, status=status)
    may_rate = takes_ratings(comment.page) and not comment.parent_id
    written = {"body": comment.body, "rating": comment.half_stars or ""}
    form = TakeForm(written, may_rate=may_rate)
    if request.method == "POST":
        form = TakeForm(request.POST, may_rate=may_rate)
        if request.POST.get("action") == "withdraw":
            done = withdraw_comment(comment)
        elif form.is_valid():
            done = edit_comment(comment, form.cleaned_data["body"], form.cleaned_data["rating"])
        else:
            return _show_receipt(request, comment, form, status=422)
        if done:
            return see_other(request.path)
        form.add_error(
            None, _("It is too late to change this: it is old, was read or was answered.")
        )
        return _show_receipt(request, comment, form, status=422)
    return _show_receipt(request, comment, form)


def _find_page(page_id):
    """Return the page that readers may read and comment on, as its own type, or None."""
    page = live_and_public(Page.objects.filter(pk=page_id)).first()
    page = page and page.specific
    return page if isinstance(page, CommentableMixin) else None


def _get_writer(request):
    """Return the account that surely sent this post and speaks for the journal, or None."""
    if request.origin_judgement != "allow" or not is_signed_in(request):
        return None
    return request.user if speaks_for_the_journal(request.user) else None


def _ticket_subject(page):
    return f"comment on {page.pk}"


def _show_form(request, form, status=200, **context):
    errors = [(name, error) for name, errors in form.errors.items() for error in errors]
    wording = get_wording(form.page, is_answer=bool(form.cleaned_data.get("parent")))
    context |= {
        "commented_page": form.page,
        "wording": wording,
        "heading": wording.about % {"title": form.page.title},
        "form": form,
        "signed_in_name": get_public_name(form.user) if form.user else "",
        "notify_choices": Comment.Notify.choices,
        "errors": errors,
        "errors_heading": things_to_fix(len(errors)),
    }
    return render(request, "comments/comment_form.html", context, status=status)


def _show_preview(request, form):
    """Show what would be posted; the form under it carries a ticket that counts at once."""
    name = get_public_name(form.user) if form.user else form.cleaned_data["name"]
    html = render_comment(form.cleaned_data["body"])
    return _show_form(
        request,
        form,
        preview={"name": name, "html": html, "half_stars": form.cleaned_data["rating"]},
        ticket=issue_ticket(_ticket_subject(form.page)),
    )


def _show_receipt(request, comment, form, status=200):
    page = comment.page.specific
    context = {
        "comment": comment,
        "commented_page": page,
        "wording": get_wording(page, is_answer=bool(comment.parent_id)),
        "reasons": describe_reasons(comment.reasons, for_writer=True),
        "form": form,
        "errors": [error for errors in form.errors.values() for error in errors],
        "can_edit": can_change(comment),
        "can_withdraw": can_change(comment),
    }
    return render(request, "comments/receipt.html", context, status=status)
