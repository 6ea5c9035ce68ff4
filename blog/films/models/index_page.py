"""The library's own page, with the pages of people below it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from blog.lib.routing import ChildRoutingMixin
from blog.lib.slugs import ReservedSlugsMixin
from blog.lib.trash import TrashableMixin
from blog.scheduling.models import ScheduledEditingMixin

from .film import FilmPage


class FilmIndexPage(
    TrashableMixin,
    ScheduledEditingMixin,
    ReservedSlugsMixin,
    ChildRoutingMixin,
    RoutablePageMixin,
    Page,
):
    """The library: every published film, filtered and sorted as the address says."""

    introduction = models.CharField(_("introduction"), max_length=220, blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = ["films.FilmPage"]
    max_count_per_parent = 1
    page_description = _("All films, by title")

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("film library")

    def get_routed_children(self):
        films = FilmPage.objects.with_privacy().with_standing()
        return films.select_related("poster", "still")

    # The modules of the library read the models, so they are fetched when they are needed.

    @path("")
    def all_films(self, request):
        from ..library.listing import get_listing

        return self.render(request, context_overrides=get_listing(self, request))

    @path("people/")
    def people(self, request):
        from ..library.people import get_people

        context = get_people(self, request)
        return self.render(request, context_overrides=context, template="films/people.html")

    @path("people/<str:slug>/")
    def person(self, request, slug):
        from ..library.people import get_person

        context = get_person(self, slug)
        return self.render(request, context_overrides=context, template="films/person.html")
