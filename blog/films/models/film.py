"""A film: a page with an address of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
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
from blog.lib.privacy import KnownPrivacyMixin
from blog.lib.slugs import ReservedSlugsMixin
from blog.lib.trash import TrashableMixin
from blog.scheduling.models import ScheduledEditingMixin

from ..blocks.facts import FactsBody
from ..blocks.guide import GuideBody
from ..external_ids import FILM_IDS, IMDB, LETTERBOXD, WIKIDATA, unique_when_filled
from ..fields import DirectorsField
from ..page_form import FilmPageForm
from ..panels import film_edit_handler
from ..querysets import FilmQuerySet
from ..slugs import RESERVED_SLUGS, film_slug
from ..years import check_film_year
from .people import Credit
from .terms import FilmCountry, FilmGenre, FilmLanguage


class FilmPage(
    TrashableMixin,
    ScheduledEditingMixin,
    ContentNotesMixin,
    CommentableMixin,
    ReservedSlugsMixin,
    KnownPrivacyMixin,
    Page,
):
    """One film: its facts, the author's guide to it, and what readers say."""

    original_title = models.CharField(_("original title"), max_length=255, blank=True)
    also_known_as = models.TextField(
        _("also known as"), blank=True, help_text=_("Other titles, one a line.")
    )
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[check_film_year]
    )
    directors = DirectorsField(_("directors"))
    runtime_minutes = models.PositiveSmallIntegerField(_("length"), null=True, blank=True)
    countries = ClusterTaggableManager(
        through=FilmCountry, blank=True, verbose_name=_("countries"), help_text=""
    )
    languages = ClusterTaggableManager(
        through=FilmLanguage, blank=True, verbose_name=_("languages"), help_text=""
    )
    genres = ClusterTaggableManager(
        through=FilmGenre, blank=True, verbose_name=_("genres"), help_text=""
    )
    company = models.CharField(_("production company"), max_length=200, blank=True)
    place = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("Where it is set.")
    )
    tagline = models.CharField(_("tagline"), max_length=255, blank=True)
    synopsis = models.TextField(
        _("synopsis"), blank=True, help_text=_("A few plain sentences that give nothing away.")
    )
    synopsis_source = models.CharField(
        _("source of the synopsis"),
        max_length=150,
        blank=True,
        help_text=_("When the words are not yours: who wrote them."),
    )
    synopsis_source_url = models.URLField(_("its address"), max_length=500, blank=True)
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
    facts = StreamField(FactsBody(), blank=True, verbose_name=_("more facts"))
    guide = StreamField(GuideBody(), blank=True, verbose_name=_("guide"))
    imdb_id = models.CharField(_("IMDb"), max_length=20, blank=True, validators=[IMDB.validator])
    tmdb_id = models.PositiveIntegerField(_("TMDB"), null=True, blank=True)
    letterboxd_slug = models.CharField(
        _("Letterboxd"), max_length=120, blank=True, validators=[LETTERBOXD.validator]
    )
    wikidata_id = models.CharField(
        _("Wikidata"), max_length=20, blank=True, validators=[WIKIDATA.validator]
    )
    # {"runtime_minutes": {"source": "tmdb", "date": "2026-11-22", "url": "https://…"}, …}
    fact_sources = models.JSONField(
        _("where facts come from"), default=dict, blank=True, editable=False
    )
    sort_title = FoldedField(sources=("title",), db_index=True)
    search_words = FoldedField(
        sources=("title", "original_title", "also_known_as", "directors", "year")
    )

    objects = PageManager.from_queryset(FilmQuerySet)()

    parent_page_types = ["films.FilmIndexPage"]
    subpage_types = []
    page_description = _("A film, with its facts and a guide to it")
    edit_handler = film_edit_handler
    reserved_slugs = RESERVED_SLUGS
    base_form_class = FilmPageForm
    takes_ratings = True

    search_fields = [
        *Page.search_fields,
        index.SearchField("original_title"),
        index.SearchField("also_known_as"),
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
        constraints = [
            unique_when_filled("imdb_id", "one_film_per_imdb_id"),
            models.UniqueConstraint(
                fields=["tmdb_id"],
                name="one_film_per_tmdb_id",
                violation_error_message=_("Another film has this number at TMDB."),
            ),
            unique_when_filled("letterboxd_slug", "one_film_per_letterboxd_slug"),
            unique_when_filled("wikidata_id", "one_film_per_wikidata_id"),
        ]

    def __str__(self):
        return f"{self.title} ({self.year})" if self.year else self.title

    @property
    def director_names(self):
        """The directors' names, a list in the order of the credits."""
        return split_names(self.directors)

    @property
    def directed_by(self):
        """The directors' names as one phrase: "A and B"."""
        return join_names(self.director_names)

    @property
    def other_titles(self):
        """What else it is called, a list without blanks."""
        return [line.strip() for line in self.also_known_as.splitlines() if line.strip()]

    @property
    def my_half_stars(self):
        """The newest rating of the journal, 1 to 10, or None: see `FilmStanding`."""
        standing = getattr(self, "standing", None)
        return standing.half_stars if standing else None

    @property
    def external_links(self):
        """Pages about the film elsewhere: a list of (name of the place, address)."""
        numbers = ((place, getattr(self, field)) for field, place in FILM_IDS.items())
        return [(place.label, place.url(number)) for place, number in numbers if number]

    def get_director_credits(self):
        """Return the credits of its directors, in order; from memory where they are edited."""
        return [credit for credit in self.credits.all() if credit.role == Credit.Role.DIRECTOR]

    def get_context(self, request, *args, **kwargs):
        pictures = [self.poster, self.still]
        gather(self.guide, known=[self], pictures=pictures, also=[self.facts])
        return super().get_context(request, *args, **kwargs)

    def make_slug(self, is_refused):
        return film_slug(self.title, self.year, is_refused)
