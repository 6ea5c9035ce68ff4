"""The front door, and the pages that belong to no part."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from blog.blocks.gather import gather
from blog.films.models import FilmIndexPage, FilmPage
from blog.lib.routing import TypedRoutingMixin
from blog.lib.slugs import ReservedSlugsMixin
from blog.lib.trash import TrashableMixin
from blog.posts.blocks import PostBody
from blog.posts.models import PostIndexPage, PostPage
from blog.posts.querysets import tags_with_counts
from blog.quotes.models import Quote, QuoteIndexPage
from blog.scheduling.models import ScheduledEditingMixin

RECENT_POSTS = 4
RECENT_FILMS = 6


class HomePage(ScheduledEditingMixin, ReservedSlugsMixin, TypedRoutingMixin, Page):
    """The front page: the newest essay large, the next few, a quotation, films, threads."""

    heading = models.CharField(
        _("heading"), max_length=200, blank=True, help_text=_("The first sentence a reader sees.")
    )
    heading_soft = models.CharField(
        _("heading, second part"),
        max_length=200,
        blank=True,
        help_text=_("Goes on after the first sentence, in a softer colour."),
    )
    about_title = models.CharField(_("about: title"), max_length=100, blank=True)
    about = RichTextField(_("about"), blank=True, features=["bold", "italic", "link"])

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "posts.PostIndexPage",
        "films.FilmIndexPage",
        "films.DiaryIndexPage",
        "quotes.QuoteIndexPage",
        "home.StandardPage",
    ]
    max_count = 1
    page_description = _("The front page")

    reserved_slugs = ()  # its slug stands in no address
    content_panels = [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel("heading"), FieldPanel("heading_soft")], heading=_("Masthead")),
        MultiFieldPanel(
            [FieldPanel("about_title"), FieldPanel("about")], heading=_("Who is writing")
        ),
    ]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request, *args, **kwargs):
        posts = PostPage.objects.published()
        newest = list(posts.for_listing()[: RECENT_POSTS + 1])
        films = FilmPage.objects.published().order_by("-first_published_at", "-pk")
        return super().get_context(request, *args, **kwargs) | {
            "lead": newest[0] if newest else None,
            "recent": newest[1:],
            "films": films.for_listing()[:RECENT_FILMS],
            "tags": tags_with_counts(posts),
            "post_count": posts.count(),
            "quote_count": Quote.objects.published().count(),
            "journal": PostIndexPage.objects.child_of(self).live().first(),
            "film_index": FilmIndexPage.objects.child_of(self).live().first(),
            "quote_index": QuoteIndexPage.objects.child_of(self).live().first(),
        }


class StandardPage(TrashableMixin, ScheduledEditingMixin, ReservedSlugsMixin, Page):
    """A page that is no essay: about, how comments work, privacy."""

    standfirst = models.CharField(_("standfirst"), max_length=220, blank=True)
    body = StreamField(PostBody(), blank=True, verbose_name=_("body"))

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    page_description = _("About, how comments work, privacy …")

    content_panels = [*Page.content_panels, FieldPanel("standfirst"), FieldPanel("body")]
    search_fields = [
        *Page.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    @property
    def description(self):
        """What search engines and link previews print."""
        return self.search_description or self.standfirst

    def get_context(self, request, *args, **kwargs):
        gather(self.body)
        return super().get_context(request, *args, **kwargs)
