"""The page about one reader in the admin, and all that moderators do from there."""

import json
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.log_actions import registry
from wagtail.permissions import policy_registry

from blog.lib.http import see_other

from ..models import Comment, Commenter, CommentSettings
from ..privacy.erasing import Text, erase_reader
from ..privacy.exporting import export_reader
from ..privacy.forms import EraseForm
from ..reasons import describe_reasons
from .admin_acts import carry_out
from .facts import with_facts
from .history import get_history
from .words import explain_trust

PER_PAGE = 20
LOG_LENGTH = 50


def may_moderate(user):
    """Return whether this account may see who comments."""
    return policy_registry.get_by_type(Comment).user_has_permission(user, "moderate")


def of_commenter(view):
    """Hand a view the reader with that id, for moderators alone."""

    @wraps(view)
    def checked(request, pk):
        if not may_moderate(request.user):
            raise PermissionDenied
        commenters = Commenter.objects.select_related("merged_into")
        return view(request, get_object_or_404(with_facts(commenters), pk=pk))

    return never_cache(checked)


@require_GET
@of_commenter
def commenter(request, person):
    """Show who a reader is, why they are trusted or not, and everything that they wrote."""
    if person.merged_into_id:
        messages.info(
            request, _("%(address)s is another address of this person.") % {"address": person.email}
        )
        return see_other(get_url(person.merged_into))
    settings = CommentSettings.for_request(request)
    comments = (
        person.comments.select_related("page", "parent")
        .prefetch_related("judgements__by")
        .order_by("-created_at", "-pk")
    )
    shown = Paginator(comments, PER_PAGE).get_page(request.GET.get("p"))
    log = registry.get_logs_for_instance(person).select_related("user")
    context = _frame(_get_name(person)) | {
        "person": person,
        "history": get_history(person, settings),
        "trust_words": explain_trust(person, settings),
        "others": list(person.other_addresses.order_by("email")),
        "shown": shown,
        "rows": [(comment, _explain(comment)) for comment in shown],
        "log": log.order_by("-timestamp")[:LOG_LENGTH],
    }
    return TemplateResponse(request, "comments/admin/commenter.html", context)


@require_POST
@of_commenter
def act(request, person):
    """Carry out what one button says about a reader."""
    done, sentence = carry_out(request.POST.get("act"), person, request.POST, by=request.user)
    (messages.success if done else messages.error)(request, sentence)
    return see_other(get_url(person))


@of_commenter
def erase(request, person):
    """Erase a reader's address and all that leads to them, after a choice and one button."""
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        done = erase_reader(person.email, Text(form.cleaned_data["text"]), by=request.user)
        sentence = _("Erased: %(removed)s comments removed, %(kept)s kept without a name.")
        counts = {"removed": done.removed, "kept": done.kept} if done else {"removed": 0, "kept": 0}
        messages.success(request, sentence % counts)
        return see_other(reverse("comments_commenters"))
    context = _frame(_("Erase"), {"url": get_url(person), "label": _get_name(person)}) | {
        "person": person,
        "others": person.other_addresses.order_by("email"),
        "is_missing": bool(form.errors),
        "total": person.comments.not_erased().filter(email__iexact=person.email).count(),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "comments/admin/commenter_erase.html", context, status=status)


@require_GET
@of_commenter
def export(request, person):
    """Hand out all that is kept about a reader's address, for when they ask for it."""
    text = json.dumps(export_reader(person.email, for_owner=True), indent=2, ensure_ascii=False)
    response = HttpResponse(text, content_type="application/json")
    # No address in the name: downloads are often synced and searched.
    response["Content-Disposition"] = f'attachment; filename="reader-{person.pk}.json"'
    return response


def get_url(person):
    """Return the address of the page about a reader."""
    return reverse("comments_commenter", args=[person.pk])


def _frame(title, *between):
    """Return what the frame of a page in the admin needs. between: breadcrumbs before the last."""
    return {
        "header_title": title,
        "header_icon": "user",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("comments_commenters"), "label": _("Commenters")},
            *between,
            {"url": "", "label": title},
        ],
    }


def _explain(comment):
    """Return why a comment is not there to be read, as sentences."""
    return [] if comment.is_published else describe_reasons(comment.reasons)


def _get_name(person):
    return person.name or person.email
