"""Which quotations, in which order."""

from django.apps import apps
from django.db import models
from django.db.models import Count, Subquery
from taggit.models import Tag

from blog.lib.folding import folded_words
from blog.lib.pages import is_restricted, live_and_public


class QuoteQuerySet(models.QuerySet):
    def published(self):
        """Quotations that readers may see, the newest first; they know their address."""
        return self.with_address().order_by("-created_at", "-pk")

    def from_film(self, film):
        """Quotations from this film; none from one that is being written and has no row yet."""
        return self.filter(film_id=film.pk) if film.pk else self.none()

    def on_theme(self, slug):
        """Quotations on the theme with this slug."""
        return self.filter(themed_items__tag__slug=slug)

    def matching(self, query):
        """Quotations in whose words, speaker, source or gloss every word of `query` stands.

        query: any str; case, accents and signs do not count. Without a word in it, all of them.
        """
        for word in folded_words(query):
            self = self.filter(search_words__contains=word)
        return self

    def with_address(self):
        """Quotations whose `get_absolute_url()` costs no query."""
        index = live_and_public(apps.get_model("quotes.QuoteIndexPage").objects.order_by("path"))
        return self.annotate(index_url_path=Subquery(index.values("url_path")[:1]))

    def for_listing(self):
        """With films and addresses: what a list or a block prints, in one query."""
        films = self.with_address().select_related("film")
        return films.annotate(film_is_private=is_restricted("film__path")).defer(
            "film__guide", "film__content_notes"
        )


def themes_with_counts(quotes):
    """Return the Tags of `quotes`, a QuoteQuerySet, each with `quote_count`, by name."""
    ids = quotes.order_by().values("pk")
    return (
        Tag.objects.filter(themed_items__content_object__in=ids)
        .annotate(quote_count=Count("themed_items"))
        .order_by("name")
    )
