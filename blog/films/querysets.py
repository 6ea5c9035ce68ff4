"""Which films, in which order."""

from django.db.models import Prefetch, Q
from django.db.models.functions import Substr
from wagtail.models import PageQuerySet

from blog.blocks.visibility import with_privacy
from blog.images.models import Rendition
from blog.images.renditions import specs
from blog.lib.folding import fold, folded_words
from blog.lib.pages import live_and_public


class FilmQuerySet(PageQuerySet):
    def get(self, *args, **kwargs):
        """Return one film; a number larger than SQLite can hold is the number of none."""
        try:
            return super().get(*args, **kwargs)
        except OverflowError as error:
            raise self.model.DoesNotExist("No film has so large a number.") from error

    def published(self):
        """Live, public films, by title."""
        return live_and_public(self).order_by("sort_title", "year", "pk")

    def in_library(self, library):
        """Films right below `library`, a FilmIndexPage.

        The beginning of the path is compared as it is computed, so that the database may walk an
        index of the order that is asked for: the index of paths would make it sort every film.
        """
        own = Substr("path", 1, len(library.path))
        return self.alias(library_path=own).filter(library_path=library.path)

    def matching(self, query):
        """Films in whose title, original title, directors or year every word of `query` stands.

        query: any str; case, accents and signs do not count. Without a word in it, all films.
        """
        for word in folded_words(query):
            self = self.filter(search_words__contains=word)
        return self

    def titled(self, title, year=None):
        """Films that a title and a year may mean; without a year, every film of the title."""
        folded = fold(title)
        # A title of signs alone folds to nothing, as do all others of signs.
        films = self.filter(sort_title=folded) if folded else self.filter(title=title)
        return films if year is None else films.filter(Q(year=year) | Q(year=None))

    def with_privacy(self):
        """Films that know whether readers may see them: see `blog.blocks.visibility`."""
        return with_privacy(self)

    def with_posters(self):
        """With posters and what was made of them, in one query more."""
        renditions = Rendition.objects.filter(filter_spec__in=specs("poster", "poster_small"))
        return self.select_related("poster").prefetch_related(
            Prefetch("poster__renditions", renditions, to_attr="prefetched_renditions")
        )

    def with_standing(self):
        """With the journal's rating and the name of who gave it, in the same query."""
        return self.select_related("standing__rated_by")

    def for_listing(self):
        """With posters and ratings, without guides: what a list prints, in two queries."""
        return self.with_posters().with_standing().defer_streamfields()
