"""Books that essays cite and quote, and the style in which a site sets its references."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from blog.lib.folding import FoldedField, folded_words
from blog.lib.languages import language_tag
from blog.lib.names import join_names

from .names import split_lines, spoken_name


class BookQuerySet(models.QuerySet):
    def matching(self, query):
        """Books in whose title, authors, publisher, year or ISBN every word of `query` stands.

        query: any str; case, accents and signs do not count. Without a word in it, all of them.
        """
        for word in folded_words(query):
            self = self.filter(search_words__contains=word)
        return self


class Book(models.Model):
    """A book, typed once: it is cited and quoted by choosing it."""

    title = models.CharField(_("title"), max_length=300)
    authors = models.TextField(
        _("authors"),
        blank=True,
        max_length=2000,
        help_text=_(
            "One a line, family name first: “Tuckman, Bruce W.” A name without a comma is printed "
            "as it stands, as an organisation’s should be."
        ),
    )
    year = models.CharField(
        _("year"), max_length=30, blank=True, help_text=_("“1965”, or “in press”.")
    )
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    edition = models.CharField(
        _("edition"), max_length=60, blank=True, help_text=_("As it is printed: “2nd ed.”")
    )
    translators = models.TextField(
        _("translators"), blank=True, max_length=2000, help_text=_("One a line, as the authors.")
    )
    isbn = models.CharField(_("ISBN"), max_length=20, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    language = models.CharField(
        _("language"),
        max_length=35,
        blank=True,
        validators=[language_tag],
        help_text=_("Only when it is not the journal’s: “fr”."),
    )
    search_words = FoldedField(sources=("title", "authors", "publisher", "year", "isbn"))

    objects = BookQuerySet.as_manager()

    class Meta:
        verbose_name = _("book")
        verbose_name_plural = _("books")
        ordering = ["title", "pk"]

    def __str__(self):
        who = self.author_line
        title = f"{self.title} ({self.year})" if self.year else self.title
        return f"{who}, {title}" if who else title

    @property
    def author_names(self):
        """The authors as one says them, a list: ["Bruce W. Tuckman"]."""
        return [spoken_name(name) for name in split_lines(self.authors)]

    @property
    def author_line(self):
        """The authors' names as one phrase: "A and B"."""
        return join_names(self.author_names)


@register_setting(icon="list-ol")
class CitationSettings(BaseSiteSetting):
    """How references and citations are set."""

    class Style(models.TextChoices):
        APA = "apa", _("APA: (Aldous & McLeary, 2017)")
        MLA = "mla", _("MLA: (The Work 12:30)")
        CHICAGO = "chicago", _("Chicago, author and date: (Aldous and McLeary 2017)")

    style = models.CharField(
        _("style of references"),
        max_length=10,
        choices=Style,
        default=Style.APA,
        help_text=_("Every essay follows at once, those that are published too."),
    )

    class Meta:
        verbose_name = _("references")
