"""The commonplace book: quotations, and the page that shows them."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import ItemBase, Tag
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from blog.blocks import features
from blog.blocks.dialogue import dialogue_lines
from blog.blocks.provenance import Provenance, ShownAs, find_faults
from blog.lib.folding import FoldedField
from blog.lib.languages import language_tag
from blog.lib.slugs import refuse_reserved_slug, unique_slug

from .index_page import QuoteIndexPage
from .querysets import QuoteQuerySet
from .sources import SourceMixin

__all__ = ["KeptWords", "Quote", "QuoteIndexPage", "QuoteTheme"]

# What stands beside the quotations in the addresses.
RESERVED_SLUGS = frozenset({"random"})
SLUG_WORDS = 8


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


class Quote(SourceMixin):
    """Words that somebody said or wrote, who and where, and how the author knows."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft: nobody sees it but here")
        PUBLIC = "public", _("Public")

    text = RichTextField(
        _("words"),
        features=features.WORDS,
        help_text=_("Without quotation marks: the page adds them where they belong."),
    )
    is_dialogue = models.BooleanField(
        _("dialogue"),
        default=False,
        help_text=_("Each paragraph is a line: a name, a colon and the words."),
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
    state = models.CharField(
        _("who sees it"), max_length=10, choices=State, default=State.PUBLIC, db_index=True
    )
    slug = models.SlugField(
        _("slug"),
        max_length=100,
        unique=True,
        blank=True,
        allow_unicode=True,
        help_text=_("The last part of its address. Left empty, it is made from the words."),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("kept by"),
    )
    card = models.CharField(max_length=100, blank=True, default="", editable=False)
    created_at = models.DateTimeField(_("kept on"), default=timezone.now, editable=False)
    themes = TaggableManager(through=QuoteTheme, blank=True, verbose_name=_("themes"))
    search_words = FoldedField(sources=("plain_text", "who", "conversation", "source", "gloss"))

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(
                    state="public", provenance=Provenance.UNVERIFIED, provenance_note=""
                ),
                name="a_public_quote_that_is_unverified_says_why",
                violation_error_message=_("Say why it is not verified: readers see the reason."),
            )
        ]

    def __str__(self):
        words = Truncator(self.plain_text).chars(80)
        return f"{words} ({self.who})" if self.who else words

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
        """Return its address; "" while it is a draft or there is no public commonplace book."""
        if not self.is_public:
            return ""
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
    def is_public(self):
        return self.state == self.State.PUBLIC

    def get_person_url(self):
        """Return the address of the speaker's page; "" without one. See `with_person_page`."""
        path = self.person_library_path
        library = Page(url_path=path).url if path else None
        return f"{library}people/{self.person.slug}/" if library else ""

    @property
    def plain_text(self):
        """The words without mark-up, on one line."""
        return " ".join(get_text_for_indexing(self.text).split())

    @property
    def shown_as(self):
        return ShownAs.DIALOGUE if self.is_dialogue else ShownAs.BLOCK

    @property
    def dialogue_lines(self):
        return dialogue_lines(self.text)

    def get_part(self, name):
        part = getattr(self, name)
        if name == "film" and part and "film_is_private" in self.__dict__:
            part.is_private = self.film_is_private
        return part

    def clean(self):
        super().clean()
        refuse_reserved_slug(self.slug, RESERVED_SLUGS)
        if self.is_public and (faults := find_faults(self.get_part)):
            raise ValidationError(faults)

    def get_free_slug(self):
        """Return a slug that no quotation has, from the first words."""
        others = type(self).objects.exclude(pk=self.pk)
        words = " ".join(self.plain_text.split()[:SLUG_WORDS])

        def is_taken(slug):
            return slug in RESERVED_SLUGS or others.filter(slug=slug).exists()

        return unique_slug(words, is_taken, fallback="quotation")


class KeptWords(models.Model):
    """That the words of a block were taken into the book: once, in however many pages it stands."""

    # A copied page has the blocks of its model, under the same ids.
    block_id = models.CharField(max_length=100, unique=True)
    words = models.TextField()
    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="kept_words")

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.block_id
