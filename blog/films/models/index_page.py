"""The library's own page."""

from django.core.paginator import Paginator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from blog.lib.routing import ChildRoutingMixin
from blog.lib.slugs import ReservedSlugsMixin

from .film import FilmPage

FILMS_PER_PAGE = 24


class FilmIndexPage(ReservedSlugsMixin, ChildRoutingMixin, Page):
    """The library: every published film, by title."""

    introduction = models.CharField(_("introduction"), max_length=220, blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = ["films.FilmPage"]
    max_count_per_parent = 1
    page_description = _("All films, by title")

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("film library")

    def get_routed_children(self):
        return FilmPage.objects.select_related("poster", "still", "standing")

    def get_context(self, request, *args, **kwargs):
        films = FilmPage.objects.child_of(self).published().for_listing()
        page = Paginator(films, FILMS_PER_PAGE).get_page(request.GET.get("page"))
        return {**super().get_context(request, *args, **kwargs), "films": page}
