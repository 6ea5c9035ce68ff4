"""The page of the commonplace book."""

from django.apps import apps
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from blog.lib.slugs import ReservedSlugsMixin

from .querysets import themes_with_counts

QUOTES_PER_PAGE = 20
LONGEST_QUERY = 200


class QuoteIndexPage(ReservedSlugsMixin, RoutablePageMixin, Page):
    """Every quotation, newest first, by theme or by words; and each at an address of its own."""

    introduction = models.CharField(_("introduction"), max_length=300, blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    page_description = _("The commonplace book: every quotation that was kept")

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("commonplace book")

    @path("")
    def all_quotes(self, request):
        return self.render(request, context_overrides=self.get_listing(request.GET))

    @path("<str:slug>/", name="quote")
    def one_quote(self, request, slug):
        quotes = apps.get_model("quotes.Quote").objects.published().for_listing()
        quote = None if "\0" in slug else quotes.filter(slug=slug).first()
        if quote is None:
            raise Http404("There is no such quotation.")
        return self.render(
            request, context_overrides={"quote": quote}, template="quotes/quote_detail.html"
        )

    def get_listing(self, params):
        """Return what the template prints: a page of quotations, the themes, and what was asked.

        params: a QueryDict with q, theme and page, each as a visitor may have typed it.
        """
        published = apps.get_model("quotes.Quote").objects.published()
        query = params.get("q", "").replace("\0", "")[:LONGEST_QUERY].strip()
        quotes = published.matching(query)
        theme = get_theme(params.get("theme", ""))
        if theme:
            quotes = quotes.on_theme(theme.slug)
        page = Paginator(quotes.for_listing(), QUOTES_PER_PAGE).get_page(params.get("page"))
        is_narrowed = bool(query or theme)
        return {
            "quotes": page,
            "themes": themes_with_counts(published),
            "current_theme": theme,
            "query": query,
            "quote_count": published.count() if is_narrowed else page.paginator.count,
        }


def get_theme(slug):
    """Return the Tag with this slug, or None for "". Raises Http404 for one that nobody used."""
    if not slug:
        return None
    theme = (
        None if "\0" in slug else Tag.objects.filter(slug=slug, themed_items__isnull=False).first()
    )
    if theme is None:
        raise Http404("No quotation is kept under that theme.")
    return theme
