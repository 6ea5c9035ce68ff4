"""The addresses of the look-up in the admin, and the way to it from a film's editor."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets import Button

from ..models import FilmPage
from . import views
from .actions import may_fill


class FilmLookUpViewSet(ViewSet):
    def get_urlpatterns(self):
        return [
            path("<int:pk>/lookup/", views.LookUpView.as_view(), name="look_up"),
            path("posters/", views.poster, name="poster"),
        ]


film_lookup = FilmLookUpViewSet("film_lookup", url_prefix="films")


def look_up_buttons(page, user):
    """Yield the button to the look-up, for a film that `user` may change."""
    if isinstance(page.specific_deferred, FilmPage) and may_fill(page, user):
        url = reverse("film_lookup:look_up", args=[page.pk])
        yield Button(_("Look up"), url, icon_name="search", priority=12)
