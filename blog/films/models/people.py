"""The people of films, and what each did."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable

from blog.lib.folding import FoldedField, folded_words
from blog.lib.slugs import unique_slug

from ..external_ids import IMDB_PERSON, WIKIDATA, unique_when_filled


class PersonQuerySet(models.QuerySet):
    def matching(self, query):
        """People in whose names every word of `query` stands; without a word in it, everybody."""
        for word in folded_words(query):
            self = self.filter(search_words__contains=word)
        return self


class Person(models.Model):
    """Someone who made a film or is in it."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(
        _("slug"),
        max_length=100,
        unique=True,
        blank=True,
        allow_unicode=True,
        help_text=_("The last part of the address. Left empty, it is made from the name."),
    )
    other_names = models.TextField(
        _("other names"),
        blank=True,
        help_text=_("One a line: a name in another script, a nickname, a maiden name."),
    )
    about = models.TextField(_("about"), blank=True, help_text=_("A few plain sentences."))
    portrait = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("portrait"),
    )
    wikidata_id = models.CharField(
        _("Wikidata"), max_length=20, blank=True, validators=[WIKIDATA.validator]
    )
    imdb_id = models.CharField(
        _("IMDb"), max_length=20, blank=True, validators=[IMDB_PERSON.validator]
    )
    tmdb_id = models.PositiveIntegerField(_("TMDB"), null=True, blank=True)
    sort_name = FoldedField(sources=("name",), db_index=True)
    search_words = FoldedField(sources=("name", "other_names"))

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_name", "pk"]
        constraints = [
            unique_when_filled("wikidata_id", "one_person_per_wikidata_id"),
            unique_when_filled("imdb_id", "one_person_per_imdb_id"),
            models.UniqueConstraint(
                fields=["tmdb_id"],
                name="one_person_per_tmdb_id",
                violation_error_message=_("Another person has this number at TMDB."),
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if not self.slug:
            others = type(self).objects.exclude(pk=self.pk)
            self.slug = unique_slug(
                self.name, lambda slug: others.filter(slug=slug).exists(), fallback="person"
            )
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        """Return the address of the person's page; "" while there is no public library."""
        from .index_page import FilmIndexPage

        library = FilmIndexPage.objects.live().order_by("path").first()
        return f"{library.url}people/{self.slug}/" if library and library.url else ""


class Credit(Orderable):
    """What a person did in a film, in the order that the author put them."""

    class Role(models.TextChoices):
        DIRECTOR = "director", _("Director")
        WRITER = "writer", _("Writer")
        CAST = "cast", _("Cast")
        CINEMATOGRAPHER = "cinematographer", _("Cinematographer")
        EDITOR = "editor", _("Editor")
        COMPOSER = "composer", _("Composer")
        PRODUCER = "producer", _("Producer")
        OTHER = "other", _("Other")

    film = ParentalKey("films.FilmPage", on_delete=models.CASCADE, related_name="credits")
    # A person who stands in a film is not deleted by the way.
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="credits", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.CAST)
    character = models.CharField(
        _("character"), max_length=200, blank=True, help_text=_("Whom they play.")
    )
    as_themselves = models.BooleanField(_("as themselves"), default=False)
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("One line about them in this film.")
    )

    panels = [
        FieldRowPanel([FieldPanel("person"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("character"), FieldPanel("as_themselves")]),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        indexes = [
            models.Index(fields=["person", "role"], name="credits_of_a_person"),
            # All that a count of films by director reads, so that it never opens a row.
            models.Index(fields=["role", "person", "film"], name="films_by_director"),
        ]

    def __str__(self):
        return f"{self.person}, {self.get_role_display()}"

    @property
    def part(self):
        """What stands behind the name: the character, "as themselves", or ""."""
        return str(_("as themselves")) if self.as_themselves else self.character
