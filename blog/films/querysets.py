"""Which films, in which order."""

from django.db.models import Prefetch, Q
from wagtail.images import get_image_model
from wagtail.models import PageQuerySet

from blog.blocks.visibility import with_privacy
from blog.lib.folding import fold, folded_words
from blog.lib.pages import live_and_public


class FilmQuerySet(PageQuerySet):
    def published(self):
        """Live, public films, by title."""
        return live_and_public(self).order_by("sort_title", "year", "pk")

    def matching(self, query):
        """Films in whose title, original title, directors or year every word of `query` stands.

        query: any str; case, accents and signs do not count. Without a word in it, all films.
        """
        for word in folded_words(query):
            self = self.filter(search_words__contains=word)
        return self

    def titled(self, title, year=None):
        """Films that a title and a year may mean; without a year, every film of the title."""
        films = self.filter(sort_title=fold(title))
        return films if year is None else films.filter(Q(year=year) | Q(year=None))

    def with_privacy(self):
        """Films that know whether readers may see them: see `blog.blocks.visibility`."""
        return with_privacy(self)

    def for_listing(self):
        """With posters and without guides: what a card or a list prints, in two queries."""
        posters = get_image_model().objects.prefetch_renditions()
        return self.prefetch_related(Prefetch("poster", queryset=posters)).defer_streamfields()
