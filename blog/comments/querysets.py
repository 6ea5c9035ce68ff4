"""Which comments: every rule about rows is written here once."""

from django.db import models
from django.db.models import Count, Q

from blog.lib.pages import is_restricted

from .commentable import commentable_models


class CommentQuerySet(models.QuerySet):
    def published(self):
        """Comments that readers can see, oldest first."""
        return self.filter(status="published").order_by("created_at", "pk")

    def awaiting(self):
        """Comments that wait for a decision, oldest first."""
        return self.filter(status="pending").order_by("created_at", "pk")

    def undecided(self):
        """Comments that somebody must look at: new, reported, or changed since they were read."""
        return self.filter(
            Q(status="pending")
            | Q(reported_at__isnull=False)
            | Q(status="published", waiting_edit__isnull=False)
        )

    def in_thread(self):
        """Comments that are or once were visible, oldest first: what a tree is built from.

        Those no longer visible only hold the place of their published answers.
        """
        return self.filter(published_at__isnull=False).order_by("created_at", "pk")

    def readable(self):
        """Published comments on pages where anyone may read them, the newest first."""
        rows = self.filter(~is_restricted("page__path"), status="published", page__live=True)
        for model in commentable_models():
            pages = model._base_manager.filter(comments_state="hidden")
            rows = rows.exclude(page__in=pages.values("pk"))
        return rows.order_by("-published_at", "-pk")

    def rated(self):
        """Comments with stars: readers' ratings of films."""
        return self.filter(half_stars__isnull=False)

    def approvable(self):
        """Comments that an approval would make visible."""
        return self.filter(status__in=["pending", "rejected", "spam", "hidden"], is_private=False)

    def rejectable(self):
        """Comments that a rejection would keep from readers; a visible one is hidden instead."""
        return self.filter(status__in=["pending", "spam"])

    def notable(self):
        """Comments that are for the author alone and were not put aside yet."""
        return self.filter(status="pending", is_private=True)

    def not_spam_yet(self):
        """Comments that can still be marked as spam."""
        return self.filter(status__in=["pending", "rejected", "published", "hidden"])

    def not_erased(self):
        """Comments whose words are still there."""
        return self.exclude(status="erased")


class CommenterQuerySet(models.QuerySet):
    def proved(self):
        """Commenters who showed that their address is theirs."""
        return self.filter(proved_at__isnull=False)


def published_counts(page_ids):
    """Return {page id: number of published comments} for all of `page_ids`, in one query."""
    from .models import Comment  # the model imports this module

    page_ids = list(page_ids)
    rows = (
        Comment.objects.filter(status="published", page_id__in=page_ids)
        .values_list("page_id")
        .annotate(Count("pk"))
    )
    return dict.fromkeys(page_ids, 0) | dict(rows)


def count_comments_of(pages):
    """Set `published_comment_count` on every page of a list, in one query, and return the list."""
    pages = list(pages)
    counts = published_counts(page.pk for page in pages)
    for page in pages:
        page.published_comment_count = counts[page.pk]
    return pages
