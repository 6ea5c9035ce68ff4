"""Keeping quiet about the loading: nobody is told of what never happened, or asked to undo it."""

from contextlib import contextmanager

from django.db.models import Max, OuterRef, Q, Subquery
from wagtail.models import Page

from blog.editorial.models import EditorialNotice, Publication


@contextmanager
def hushed(shelf):
    """Drop the notices that come about inside, and date the publications as their pages.

    Those of pages that the demo dressed, and did not make, are dropped too.
    """
    last_notice, last_publication = _last(EditorialNotice), _last(Publication)
    yield
    pages = [page.pk for page in shelf.pages.values()]
    about_them = Q(page__in=pages) | Q(page=None)
    EditorialNotice.objects.filter(about_them, pk__gt=last_notice).delete()
    publications = Publication.objects.filter(page__in=pages, pk__gt=last_publication)
    dated = [page.pk for name, page in shelf.pages.items() if not name.startswith("page:")]
    publications.exclude(page__in=dated).delete()
    published = Page.objects.filter(pk=OuterRef("page")).values("last_published_at")
    publications.update(published_at=Subquery(published))


def _last(model):
    return model.objects.aggregate(last=Max("pk"))["last"] or 0
