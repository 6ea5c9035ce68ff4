"""The page with one button that begins an essay. Django's CSRF token guards it."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from blog.films.models import FilmPage, Viewing
from blog.lib.http import see_other
from blog.quotes.models import Quote

from . import starting

LONGEST_NUMBER = 18  # of digits; what is longer fits into no column


def find_film(user, number):
    return FilmPage.objects.filter(pk=number).defer_streamfields().first()


def find_viewing(user, number):
    return _kept(user, Viewing.objects.select_related("film", "author").filter(pk=number).first())


def find_quote(user, number):
    return _kept(user, Quote.objects.select_related("film", "book").filter(pk=number).first())


SOURCES = {
    "film": (find_film, starting.begin_from_film),
    "viewing": (find_viewing, starting.begin_from_viewing),
    "quote": (find_quote, starting.begin_from_quote),
}


def start(request):
    """Show the button, or begin the essay and go on to its editor.

    What it is about stands in the query: ?film=, ?viewing= or ?quote=, each with a number.
    """
    if not starting.may_start_essay(request.user):
        messages.error(request, _("You may not add essays to the journal. Ask whoever keeps it."))
        return redirect("wagtailadmin_home")
    source, beginning = find_beginning(request)
    if request.method == "POST" and source:
        key = read_key(request.POST.get("key"))
        post = starting.start_essay(user=request.user, beginning=beginning, key=key)
        return see_other(reverse("wagtailadmin_pages:edit", args=[post.pk]))
    context = {
        "source": source,
        "beginning": beginning,
        "key": read_key(request.POST.get("key")),
        "drafts": starting.find_begun(request.user, beginning and beginning.film),
        "journal": starting.get_journal(),
        "is_private": getattr(source, "is_private", False),
        "header_icon": "doc-empty-inverse",
        "page_title": _("Start an essay"),
        "header_title": _("Start an essay"),
    }
    status = 200 if source else 404
    return TemplateResponse(request, "posts/admin/start.html", context, status=status)


def find_beginning(request):
    """Return what the query names and how an essay about it begins; (None, None) when it is gone.

    Raises PermissionDenied for somebody else's evening.
    """
    for name, (find, begin) in SOURCES.items():
        number = request.GET.get(name, "")
        if number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER:
            source = find(request.user, int(number))
            return (source, begin(source)) if source else (None, None)
    return None, None


def read_key(text):
    """Return the key of a form, a new one when it has none."""
    try:
        return UUID(text or "")
    except ValueError:
        return uuid4()


def _kept(user, thing):
    """Return `thing` to whoever keeps it in the admin. Raises PermissionDenied."""
    actions = ("change", "view", "delete")
    policy = thing and policy_registry.get_by_type(type(thing))
    if thing and not policy.user_has_any_permission_for_instance(user, actions, thing):
        raise PermissionDenied(f"User {user.pk} keeps no {thing._meta.verbose_name} {thing.pk}.")
    return thing
