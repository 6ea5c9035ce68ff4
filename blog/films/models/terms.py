"""Countries, languages and genres of films: what the library is sorted into."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

from blog.lib.locales import country_name, language_name


class Country(TagBase):
    """A country, by its ISO 3166 code; the rows come with the journal."""

    free_tagging = False

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")

    @property
    def code(self):
        return self.slug.upper()

    @property
    def local_name(self):
        """Its name in the language in force."""
        return country_name(self.code)


class Language(TagBase):
    """A language, by its ISO 639 code; the rows come with the journal."""

    free_tagging = False

    class Meta:
        verbose_name = _("language")
        verbose_name_plural = _("languages")

    @property
    def code(self):
        return self.slug

    @property
    def local_name(self):
        """Its name in the language in force."""
        return language_name(self.code)


class Genre(TagBase):
    """A kind of film, in the author's words."""

    class Meta:
        verbose_name = _("genre")
        verbose_name_plural = _("genres")

    @property
    def local_name(self):
        return self.name


class FilmCountry(ItemBase):
    tag = models.ForeignKey(Country, related_name="film_items", on_delete=models.CASCADE)
    content_object = ParentalKey(
        "films.FilmPage", related_name="country_items", on_delete=models.CASCADE
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="a_country_once_a_film")
        ]


class FilmLanguage(ItemBase):
    tag = models.ForeignKey(Language, related_name="film_items", on_delete=models.CASCADE)
    content_object = ParentalKey(
        "films.FilmPage", related_name="language_items", on_delete=models.CASCADE
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="a_language_once_a_film")
        ]


class FilmGenre(ItemBase):
    tag = models.ForeignKey(Genre, related_name="film_items", on_delete=models.CASCADE)
    content_object = ParentalKey(
        "films.FilmPage", related_name="genre_items", on_delete=models.CASCADE
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="a_genre_once_a_film")
        ]
