"""The commonplace book: quotations, and the page that shows them."""

from django.core.validators import RegexValidator
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import ItemBase, Tag
from wagtail.fields import RichTextField
from wagtail.rich_text import get_text_for_indexing

from blog.blocks import features
from blog.lib.folding import FoldedField
from blog.lib.slugs import refuse_reserved_slug, unique_slug

from .index_page import QuoteIndexPage
from .provenance import AttributionMixin, Provenance
from .querysets import QuoteQuerySet

__all__ = ["Quote", "QuoteIndexPage", "QuoteTheme"]

# What stands beside the quotations in the addresses.
RESERVED_SLUGS = frozenset({"random"})
SLUG_WORDS = 8
language_tag = RegexValidator(
    r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
    _("Write the language as a tag, such as “fr” or “pt-BR”."),
)


class QuoteTheme(ItemBase):
    """A theme that a quotation is kept under."""

    tag = models.ForeignKey(Tag, related_name="themed_items", on_delete=models.CASCADE)
    content_object = models.ForeignKey(
        "quotes.Quote", related_name="themed_items", on_delete=models.CASCADE
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="a_theme_once_a_quote")
        ]


class Quote(AttributionMixin, models.Model):
    """Words that somebody said or wrote, who and where, and how the author knows."""

    text = RichTextField(
        _("words"),
        features=features.WORDS,
        help_text=_("Without quotation marks: the page adds them where they belong."),
    )
    speaker = models.CharField(_("who"), max_length=200, blank=True)
    film = models.ForeignKey(
        "films.FilmPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="quotes",
        verbose_name=_("film"),
    )
    source = models.CharField(
        _("source"), max_length=255, blank=True, help_text=_("When it is not from a film.")
    )
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    detail = models.CharField(
        _("where in it"), max_length=100, blank=True, help_text=_("A timecode or a page.")
    )
    provenance = models.CharField(
        _("how do you know?"), max_length=12, choices=Provenance, blank=True
    )
    provenance_note = models.CharField(
        _("in your words"),
        max_length=200,
        blank=True,
        help_text=_("“Reported by a viewer”; for an unverified one, why."),
    )
    language = models.CharField(
        _("language"),
        max_length=35,
        blank=True,
        validators=[language_tag],
        help_text=_("Only when it is not the journal’s: “fr”."),
    )
    gloss = models.TextField(
        _("gloss"), blank=True, help_text=_("What you would say about it to a friend.")
    )
    slug = models.SlugField(
        _("slug"),
        max_length=100,
        unique=True,
        blank=True,
        allow_unicode=True,
        help_text=_("The last part of its address. Left empty, it is made from the words."),
    )
    created_at = models.DateTimeField(_("kept on"), default=timezone.now, editable=False)
    themes = TaggableManager(through=QuoteTheme, blank=True, verbose_name=_("themes"))
    search_words = FoldedField(sources=("plain_text", "speaker", "source", "gloss"))

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        words = Truncator(self.plain_text).chars(80)
        return f"{words} ({self.speaker})" if self.speaker else words

    def save(self, *args, **kwargs):
        if self.slug:
            return super().save(*args, **kwargs)
        try:
            self.slug = self.get_free_slug()
            with transaction.atomic():
                return super().save(*args, **kwargs)
        except IntegrityError:
            # Somebody took it between the question and the row; the second answer is another.
            self.slug = self.get_free_slug()
            return super().save(*args, **kwargs)

    def get_absolute_url(self):
        """Return its address; "" while there is no public commonplace book."""
        if "index_url_path" in self.__dict__:
            path = self.index_url_path
        else:
            path = (
                type(self)
                .objects.with_address()
                .filter(pk=self.pk)
                .values_list("index_url_path", flat=True)
                .first()
            )
        index = QuoteIndexPage(url_path=path).url if path else None
        return f"{index}{self.slug}/" if index else ""

    @property
    def plain_text(self):
        """The words without mark-up, on one line."""
        return " ".join(get_text_for_indexing(self.text).split())

    def get_part(self, name):
        part = getattr(self, name)
        if name == "film" and part and "film_is_private" in self.__dict__:
            part.is_private = self.film_is_private
        return part

    def clean(self):
        super().clean()
        refuse_reserved_slug(self.slug, RESERVED_SLUGS)

    def get_free_slug(self):
        """Return a slug that no quotation has, from the first words."""
        others = type(self).objects.exclude(pk=self.pk)
        words = " ".join(self.plain_text.split()[:SLUG_WORDS])

        def is_taken(slug):
            return slug in RESERVED_SLUGS or others.filter(slug=slug).exists()

        return unique_slug(words, is_taken, fallback="quotation")
