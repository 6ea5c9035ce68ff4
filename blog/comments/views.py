"""What readers post under a page. A form error keeps the words: they were work."""

from django.db import IntegrityError
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from wagtail.models import Page

from blog.lib.html import render_comment
from blog.lib.http import get_network, get_visitor_trait, see_other
from blog.lib.pages import live_and_public
from blog.lib.tickets import TicketError, issue_ticket, read_ticket

from .commentable import CommentableMixin
from .commenters.device import read_device
from .forms import CommentForm
from .guards import public_form
from .models import Comment
from .people import get_public_name, is_signed_in, speaks_for_the_journal
from .policies import get_comment_settings, get_policy
from .previews import why_a_preview
from .reasons import NO_BROWSER
from .receipts import get_receipt_url
from .submission import submit_comment
from .wording import get_note, get_wording, things_to_fix

LARGEST_POST = 256 * 1024  # bytes; the global limit is for essays
SCRIPT_TICKET_SECONDS = 3


@public_form(LARGEST_POST, is_page=False)
def comment_create(request, page_id):
    """Take in, preview or send back what a reader wrote under a page."""
    form = _make_form(request, page_id)
    if form is None:
        return _show_page_gone(request)
    if not form.is_valid():
        return _show_form(request, form, status=422)
    if request.POST.get("action") == "preview":
        return _show_preview(request, form)
    try:
        comment = _submit(request, form)
    except TicketError as error:
        return _show_preview(request, form, why=error.code)
    except (ValueError, IntegrityError):
        # The page, or the comment that is answered, went away since the form looked.
        form = _make_form(request, page_id)
        if form is None:
            return _show_page_gone(request)
        if form.is_valid():
            raise
        return _show_form(request, form, status=422)
    return see_other(comment.get_absolute_url() if form.user else get_receipt_url(comment))


@require_GET
@never_cache
def ticket(request):
    """Answer a script that asks for a form's ticket once a reader begins to write."""
    page_id = request.GET.get("page", "")
    is_id = page_id.isascii() and page_id.isdecimal() and len(page_id) < 19
    page = _find_page(int(page_id)) if is_id else None
    if page is None:
        return JsonResponse({"message": _("There is no such page.")}, status=404)
    issued = issue_ticket(_ticket_subject(page), at_least_seconds=SCRIPT_TICKET_SECONDS)
    return JsonResponse({"ticket": issued})


def _make_form(request, page_id):
    """Return the form of a post, or None when nobody can comment on that page any more."""
    page = _find_page(page_id)
    return page and CommentForm(request.POST, page=page, user=_get_writer(request))


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


def _submit(request, form):
    """Store what a valid form holds, and return the comment."""
    words = form.cleaned_data
    is_from_browser = request.origin_judgement == "allow"
    device = read_device(request) if is_from_browser and not form.user else None
    nonce = None if form.user else read_ticket(words["ticket"], _ticket_subject(form.page))
    return submit_comment(
        page=form.page,
        user=form.user,
        body=words["body"],
        half_stars=words["rating"],
        name=words["name"],
        email=words["email"],
        parent=words["parent"],
        notify=words["notify"],
        is_private=words["private"],
        is_proved=form.is_address_of(device),
        visitor_trait=get_visitor_trait(request),
        network_trait=get_network(request),
        marks=form.held_for + [NO_BROWSER] * (not is_from_browser),
        ticket_nonce=nonce,
    )


def _ticket_subject(page):
    return f"comment on {page.pk}"


def _show_page_gone(request):
    body = request.POST.get("body", "").replace("\0", "")
    return render(request, "comments/page_gone.html", {"body": body}, status=404)


def _show_form(request, form, status=200, **context):
    errors = [(name, error) for name, errors in form.errors.items() for error in errors]
    wording = get_wording(form.page, is_answer=bool(form.cleaned_data.get("parent")))
    context |= {
        "commented_page": form.page,
        "wording": wording,
        "note": get_note(wording, get_policy(form.page, get_comment_settings(form.page))),
        "heading": wording.about % {"title": form.page.title},
        "form": form,
        "signed_in_name": get_public_name(form.user) if form.user else "",
        "notify_choices": Comment.Notify.choices,
        "errors": errors,
        "errors_heading": things_to_fix(len(errors)),
    }
    return render(request, "comments/comment_form.html", context, status=status)


def _show_preview(request, form, why=""):
    """Show what would be posted; the form under it carries a ticket that counts at once.

    why: the code of what is wrong with the ticket that came, if one came.
    """
    words = form.cleaned_data
    preview = {
        "name": get_public_name(form.user) if form.user else words["name"],
        "html": render_comment(words["body"]),
        "half_stars": words["rating"],
        "is_private": words["private"] and not form.user,
        "why": why_a_preview(why),
    }
    return _show_form(
        request, form, preview=preview, ticket=issue_ticket(_ticket_subject(form.page))
    )
