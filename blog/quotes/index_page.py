"""The page of the commonplace book."""

from django.apps import apps
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from blog.lib.slugs import ReservedSlugsMixin
from blog.lib.trash import TrashableMixin
from blog.scheduling.models import ScheduledEditingMixin

from .facets import KINDS
from .narrowing import Narrowing
from .structured import quotation_json_ld
from .usage import add_published_pages, published_pages_using

QUOTES_PER_PAGE = 20


class QuoteIndexPage(
    TrashableMixin, ScheduledEditingMixin, ReservedSlugsMixin, RoutablePageMixin, Page
):
    """Every quotation, newest first, by film, speaker, theme or words; and each by itself."""

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

    @path("random/", name="random")
    def random_quote(self, request):
        """Send the reader to one of them, each time to another."""
        quote = self.get_published().order_by("?").first()
        if quote is None:
            raise Http404("No quotation has been kept yet.")
        response = HttpResponseRedirect(quote.get_absolute_url())
        response["Cache-Control"] = "no-store"
        return response

    @path("<str:slug>/", name="quote")
    def one_quote(self, request, slug):
        quote = None
        if "\0" not in slug:
            quotes = self.get_published().for_listing().with_person_page()
            quote = quotes.filter(slug=slug).first()
        if quote is None:
            raise Http404("There is no such quotation.")
        context = self.get_surroundings(request, quote)
        return self.render(request, context_overrides=context, template="quotes/quote_detail.html")

    def get_published(self):
        return apps.get_model("quotes.Quote").objects.published()

    def get_surroundings(self, request, quote):
        """Return what the page of one quotation prints."""
        themes = list(quote.themes.all())
        address = f"{self.get_full_url(request)}{quote.slug}/"
        card_url = f"{address}card.png"
        older, newer = self.get_published().neighbours(quote)
        return {
            "quote": quote,
            "older": older,
            "newer": newer,
            "themes": themes,
            "essays": published_pages_using(quote),
            "person_url": quote.get_person_url(),
            "card_url": card_url,
            "structured": quotation_json_ld(
                quote, address=address, image=card_url, themes=themes, request=request
            ),
        }

    def get_listing(self, params):
        """Return what the template prints: a page of quotations, and what was and can be asked.

        params: a QueryDict with q, film, speaker, theme and page, each as a visitor may have
        typed it. Raises Http404 for a film, speaker or theme that the book knows nothing of.
        """
        asked = Narrowing.read(self.get_published(), params)
        paginator = Paginator(asked.get_rows().for_listing(), QUOTES_PER_PAGE)
        paginator.count = asked.found_count
        page = paginator.get_page(params.get("page"))
        page.object_list = list(page.object_list)
        add_published_pages(page.object_list)
        return {
            "quotes": page,
            "choices": asked.choices,
            "current": {kind: asked.get_current(kind) for kind in KINDS},
            "query": asked.asked.get("q", ""),
            "every_theme": asked.query_with(theme=""),
            "quote_count": asked.counts["all"],
            "is_narrowed": bool(asked.asked),
        }
