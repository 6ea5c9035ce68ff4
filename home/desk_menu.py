"""The ways from the admin's menu to the essays and to the films."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from blog.films.models import FilmIndexPage
from blog.posts.models import PostIndexPage

SHELVES = {"essays": PostIndexPage, "films": FilmIndexPage}


class ShelfMenuItem(MenuItem):
    """A link to the explorer of one index page, for whoever may do something with pages."""

    def __init__(self, label, shelf, **kwargs):
        super().__init__(label, reverse("open_shelf", args=[shelf]), name=shelf, **kwargs)

    def is_shown(self, request):
        return page_permission_policy.user_has_any_permission(
            request.user, {"add", "change", "publish"}
        )


def open_shelf(request, shelf):
    """Send to the explorer, so that the menu of every page of the admin asks for no page."""
    page = SHELVES[shelf].objects.order_by("path").first() if shelf in SHELVES else None
    if page is None:
        raise Http404(f"There is no {shelf}.")
    return redirect("wagtailadmin_explore", page.pk)
