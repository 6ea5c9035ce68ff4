"""The library of films, and its films: each is a page with an address of its own."""

from django.core.paginator import Paginator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageManager
from wagtail.search import index

from blog.blocks.gather import gather
from blog.blocks.models import ContentNotesMixin
from blog.comments.models import CommentableMixin
from blog.lib.folding import FoldedField
from blog.lib.grades import Grade
from blog.lib.names import join_names, split_names
from blog.lib.routing import ChildRoutingMixin
from blog.lib.slugs import ReservedSlugsMixin

from .blocks import GuideBody
from .forms import FilmPageForm
from .panels import film_edit_handler
from .querysets import FilmQuerySet
from .slugs import RESERVED_SLUGS, film_slug
from .years import check_film_year

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
        return FilmPage.objects.select_related("poster", "still")

    def get_context(self, request, *args, **kwargs):
        films = FilmPage.objects.child_of(self).published().for_listing()
        page = Paginator(films, FILMS_PER_PAGE).get_page(request.GET.get("page"))
        return {**super().get_context(request, *args, **kwargs), "films": page}


class FilmPage(ContentNotesMixin, CommentableMixin, ReservedSlugsMixin, Page):
    """One film: its facts, the author's guide to it, and what readers say."""

    original_title = models.CharField(_("original title"), max_length=255, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[check_film_year]
    )
    directors = models.CharField(
        _("directors"), max_length=500, blank=True, help_text=_("Names, with commas between.")
    )
    runtime_minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=100, blank=True)
    countries = models.CharField(_("countries"), max_length=200, blank=True)
    company = models.CharField(_("production company"), max_length=200, blank=True)
    place = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("Where it is set.")
    )
    tagline = models.CharField(_("tagline"), max_length=255, blank=True)
    synopsis = models.TextField(
        _("synopsis"), blank=True, help_text=_("A few plain sentences that give nothing away.")
    )
    poster = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("poster"),
        help_text=_("Two to three, upright. Without one, the page draws its own."),
    )
    still = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("still"),
    )
    grade = models.CharField(
        _("grade"),
        max_length=10,
        choices=Grade,
        blank=True,
        help_text=_("One hue that tints everything about this film."),
    )
    guide = StreamField(GuideBody(), blank=True, verbose_name=_("guide"))
    sort_title = FoldedField(sources=("title",), db_index=True)
    search_words = FoldedField(sources=("title", "original_title", "directors", "year"))

    objects = PageManager.from_queryset(FilmQuerySet)()

    parent_page_types = ["films.FilmIndexPage"]
    subpage_types = []
    page_description = _("A film, with its facts and a guide to it")
    edit_handler = film_edit_handler
    reserved_slugs = RESERVED_SLUGS
    base_form_class = FilmPageForm

    search_fields = [
        *Page.search_fields,
        index.SearchField("original_title"),
        index.SearchField("directors"),
        index.SearchField("tagline"),
        index.SearchField("synopsis"),
        index.SearchField("guide"),
        index.AutocompleteField("original_title"),
        index.AutocompleteField("directors"),
        index.FilterField("year"),
    ]

    class Meta:
        verbose_name = _("film")
        verbose_name_plural = _("films")

    def __str__(self):
        return f"{self.title} ({self.year})" if self.year else self.title

    @property
    def director_names(self):
        """The directors' names, a list in the order typed."""
        return split_names(self.directors)

    @property
    def directed_by(self):
        """The directors' names as one phrase: "A and B"."""
        return join_names(self.director_names)

    def get_context(self, request, *args, **kwargs):
        gather(self.guide, known=[self], pictures=[self.poster, self.still])
        return super().get_context(request, *args, **kwargs)

    def full_clean(self, *args, **kwargs):
        self.fill_slug()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self):
        self.fill_slug()
        super().minimal_clean()

    def fill_slug(self):
        """Make the slug of title and year before Wagtail would make it of title and number."""
        # A page that is being added has no path yet, but knows its parent already.
        if not self.slug and (self.path or getattr(self, "_cached_parent_obj", None)):
            others = self.get_parent().get_children().exclude(pk=self.pk)
            taken = set(others.values_list("slug", flat=True))
            self.slug = film_slug(self.title, self.year, taken.__contains__)
