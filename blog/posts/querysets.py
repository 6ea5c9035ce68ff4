"""Which essays, in which order."""

from django.db.models import Count, Prefetch
from taggit.models import Tag
from wagtail.models import PageQuerySet

from blog.films.models import FilmPage
from blog.lib.pages import live_and_public


class PostQuerySet(PageQuerySet):
    def published(self):
        """Live, public posts that stand in lists, newest first."""
        return (
            live_and_public(self).filter(is_unlisted=False).order_by("-first_published_at", "-pk")
        )

    def tagged(self, tag):
        """Posts that carry this tag."""
        return self.filter(tagged_items__tag=tag)

    def rated(self):
        """Posts in which the author gave a film stars."""
        return self.filter(film__isnull=False, half_stars__isnull=False)

    def with_films(self):
        """With the film that readers may see, without bodies: what a ledger prints."""
        films = FilmPage.objects.published().defer_streamfields()
        return self.prefetch_related(Prefetch("film", queryset=films)).defer_streamfields()

    def for_listing(self):
        """With the film that readers may see and its poster, without bodies."""
        films = FilmPage.objects.published().for_listing()
        return self.prefetch_related(Prefetch("film", queryset=films)).defer_streamfields()


def tags_with_counts(posts):
    """Return the Tags of `posts`, a PostQuerySet, each with `post_count`, by name."""
    return (
        Tag.objects.filter(post_items__content_object__in=posts.order_by().values("pk"))
        .annotate(post_count=Count("post_items"))
        .order_by("name")
    )
