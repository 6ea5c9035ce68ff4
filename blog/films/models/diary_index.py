"""The diary's own page; its months and years are routes below it."""

from datetime import date

from django.core.paginator import Paginator
from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path
from wagtail.models import Page

from blog.lib.dates import group_by_month
from blog.lib.slugs import SITE_RESERVED_SLUGS, ReservedSlugsMixin
from blog.lib.trash import TrashableMixin
from blog.scheduling.models import ScheduledEditingMixin

from ..diary import reading
from ..diary.year import make_year

VIEWINGS_PER_PAGE = 50


class DiaryIndexPage(
    TrashableMixin, ScheduledEditingMixin, ReservedSlugsMixin, RoutablePageMixin, Page
):
    """What was watched, by month, and each year in numbers."""

    introduction = models.CharField(_("introduction"), max_length=220, blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    page_description = _("What was watched, by month")
    template = "films/diary/diary.html"

    reserved_slugs = SITE_RESERVED_SLUGS - {"diary"}
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("diary")

    @path("")
    def all_viewings(self, request):
        return self.render(request, context_overrides=self.get_listing(request))

    @re_path(r"^(?P<year>[1-9][0-9]{3})/$", name="year")
    def viewings_of_year(self, request, year):
        overrides = self.get_year(int(year))
        return self.render(request, context_overrides=overrides, template="films/diary/year.html")

    @re_path(r"^(?P<year>[1-9][0-9]{3})/(?P<month>[0-9]{2})/$", name="month")
    def viewings_of_month(self, request, year, month):
        overrides = self.get_month(int(year), int(month))
        return self.render(request, context_overrides=overrides, template="films/diary/month.html")

    def get_listing(self, request):
        """Return what the first page prints: a page of viewings by month, and the years."""
        viewings = reading.with_films(reading.readable_viewings())
        shown = Paginator(viewings, VIEWINGS_PER_PAGE).get_page(request.GET.get("page"))
        dated = [viewing for viewing in shown if viewing.watched_on]
        months = reading.count_by_month()
        return {
            "viewings": shown,
            "months": group_by_month(dated, lambda viewing: viewing.watched_on),
            # They come last, whatever page that is.
            "undated": [viewing for viewing in shown if not viewing.watched_on],
            "undated_count": shown.paginator.count - sum(months.values()),
            "last_page": shown.paginator.num_pages,
            "names_authors": reading.is_by_several(shown),
            "years": reading.count_by_year(months),
        }

    def get_month(self, year, month):
        """Return what a month prints. Raises Http404 outside of what the diary spans."""
        try:
            first_day = date(year, month, 1)
        except ValueError as error:
            raise Http404(f"{year}/{month} is no month.") from error
        months = reading.count_by_month()
        if not reading.is_within(first_day, months):
            raise Http404(f"The diary holds no {first_day:%B %Y}.")
        readable = reading.readable_viewings().filter(watched_on__year=year)
        viewings = list(reading.with_films(readable.filter(watched_on__month=month)))
        earlier, later = reading.neighbours(months, first_day)
        return {
            "first_day": first_day,
            "viewings": viewings,
            "names_authors": reading.is_by_several(viewings),
            "earlier": earlier,
            "later": later,
        }

    def get_year(self, year):
        """Return what a year prints. Raises Http404 for a year without an entry."""
        readable = reading.readable_viewings().filter(watched_on__year=year)
        viewings = list(reading.with_films(readable))
        if not viewings:
            raise Http404(f"The diary holds nothing of {year}.")
        months = reading.count_by_month()
        earlier, later = reading.neighbours(reading.count_by_year(months), year)
        return {
            "year": year,
            "in_film": make_year(viewings),
            "earlier": earlier,
            "later": later,
        }
