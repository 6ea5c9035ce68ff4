"""An essay, and the threads that it follows."""

from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, Tag
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageManager
from wagtail.search import index

from blog.blocks.gather import gather
from blog.blocks.models import ContentNotesMixin
from blog.blocks.plain import stream_text
from blog.comments.feeds import FeedRoutingMixin
from blog.comments.models import CommentableMixin
from blog.films.models import FilmPage
from blog.lib.grades import Grade
from blog.lib.reading import reading_minutes
from blog.lib.slugs import ReservedSlugsMixin
from blog.lib.stars import MAX_HALF_STARS, MIN_HALF_STARS, half_star_choices
from blog.lib.trash import TrashableMixin
from blog.scheduling.models import ListingMixin, ScheduledEditingMixin

from ..blocks import PostBody
from ..panels import post_edit_handler
from ..querysets import PostQuerySet

# What stands at the journal's level in the addresses: none of it may be an essay's slug.
RESERVED_SLUGS = frozenset({"author", "category", "feed", "series", "tag"})
# A correction on the day of publication is not an update that readers want to hear of.
UPDATE_AFTER = timedelta(days=1)


class PostTag(ItemBase):
    """A thread that an essay follows."""

    tag = models.ForeignKey(Tag, related_name="post_items", on_delete=models.CASCADE)
    content_object = ParentalKey(
        "posts.PostPage", related_name="tagged_items", on_delete=models.CASCADE
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="a_thread_once_a_post")
        ]


class PostPage(
    TrashableMixin,
    ScheduledEditingMixin,
    ContentNotesMixin,
    FeedRoutingMixin,
    CommentableMixin,
    ReservedSlugsMixin,
    ListingMixin,
    Page,
):
    """One essay or diary note, usually about a film."""

    standfirst = models.CharField(
        _("standfirst"),
        max_length=220,
        blank=True,
        help_text=_("One or two sentences under the title. Shown on lists."),
    )
    body = StreamField(PostBody(), blank=True, verbose_name=_("body"))
    author = models.ForeignKey(
        "accounts.Author",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="posts",
        verbose_name=_("author"),
    )
    film = models.ForeignKey(
        "films.FilmPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="posts",
        verbose_name=_("film"),
        help_text=_("The film that the essay is about. Others can stand in the body as cards."),
    )
    half_stars = models.PositiveSmallIntegerField(
        _("rating"),
        null=True,
        blank=True,
        choices=half_star_choices,
        validators=[MinValueValidator(MIN_HALF_STARS), MaxValueValidator(MAX_HALF_STARS)],
        help_text=_("Half stars. Leave empty if you would rather not."),
    )
    grade = models.CharField(
        _("grade"),
        max_length=10,
        choices=Grade,
        blank=True,
        help_text=_("The tint of the page. Left empty, it is the film’s."),
    )
    hero = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )
    hero_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture says here. Left empty, it is the picture’s own."),
    )
    hero_caption = models.CharField(_("caption"), max_length=255, blank=True)
    drop_cap = models.BooleanField(
        _("drop cap"), default=False, help_text=_("Begin the essay with a large letter.")
    )
    tags = ClusterTaggableManager(through=PostTag, blank=True, verbose_name=_("threads"))

    objects = PageManager.from_queryset(PostQuerySet)()

    parent_page_types = ["posts.PostIndexPage"]
    subpage_types = []
    page_description = _("An essay or a note, with its film and its quotations")
    edit_handler = post_edit_handler
    reserved_slugs = RESERVED_SLUGS
    reserves_years = True

    search_fields = [
        *Page.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body"),
        index.FilterField("film"),
        index.RelatedFields("tags", [index.FilterField("slug")]),
    ]

    class Meta:
        verbose_name = _("essay")
        verbose_name_plural = _("essays")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(half_stars__isnull=True)
                | models.Q(half_stars__range=(MIN_HALF_STARS, MAX_HALF_STARS)),
                name="post_rating_from_a_half_to_five_stars",
            )
        ]

    @property
    def date(self):
        """When readers could first see it, an aware datetime; now, for a draft."""
        return self.first_published_at or self.go_live_at or timezone.now()

    @property
    def updated(self):
        """When it last changed, if that was more than a day after it appeared; else None."""
        if not (self.first_published_at and self.last_published_at):
            return None
        late = self.last_published_at - self.first_published_at > UPDATE_AFTER
        return self.last_published_at if late else None

    @cached_property
    def reading_minutes(self):
        """Whole minutes, from the words of the body."""
        return reading_minutes(stream_text(self.body, spoilers=True))

    @property
    def byline(self):
        """The author's name; without one, the name of whoever began the page."""
        return str(self.author or self.owner or "")

    @cached_property
    def published_film(self):
        """The FilmPage that readers may see, or None: a draft or private film stays unnamed."""
        if self.film_id is None:
            return None
        films = FilmPage.objects.published().with_privacy().with_standing()
        films = films.select_related("poster", "still").defer_streamfields()
        return films.filter(pk=self.film_id).first()

    @property
    def tint(self):
        """The grade of the page, "" for the site's own."""
        return self.grade or (self.published_film.grade if self.published_film else "")

    @property
    def description(self):
        """What search engines and link previews print: no word of the body, so no spoiler."""
        return self.search_description or self.standfirst

    def get_context(self, request, *args, **kwargs):
        film = self.published_film
        pictures = [self.hero, film and film.poster, film and film.still]
        gather(self.body, [film] if film else [], pictures)
        context = super().get_context(request, *args, **kwargs)
        return context | {"journal": self.get_parent().specific}
