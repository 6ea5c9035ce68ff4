"""In which pages a quotation stands: Wagtail's reference index knows."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, OuterRef, Subquery
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from blog.lib.pages import live_and_public


def _that_readers_find(pages):
    """Return those of `pages`, a PageQuerySet, that are published and not unlisted."""
    return live_and_public(pages).exclude(postpage__is_unlisted=True)


def _references(quotes):
    """Return the references to `quotes`, a list, from pages; each knows its `page_id`."""
    return ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(type(quotes[0])),
        to_object_id__in=[str(quote.pk) for quote in quotes],
    ).annotate(page_id=Cast("object_id", BigIntegerField()))


def pages_using(quote):
    """Return the Pages in which `quote` stands, drafts and private ones too, newest first."""
    ids = _references([quote]).values("page_id")
    return Page.objects.filter(pk__in=ids).order_by("-first_published_at", "-pk")


def published_pages_using(quote):
    """Return the Pages that readers find and in which `quote` stands, newest first.

    The page of the film that it is from is not among them: the caption names it.
    """
    return _that_readers_find(pages_using(quote)).exclude(pk=quote.film_id or 0)


def add_published_pages(quotes):
    """Give each of `quotes`, a list, its `published_pages`, a list of Pages, in one query.

    The Pages have their title and address, and nothing else.
    """
    for quote in quotes:
        quote.published_pages = []
    if not quotes:
        return
    by_id = {str(quote.pk): quote for quote in quotes}
    pages = _that_readers_find(Page.objects.filter(pk=OuterRef("page_id")))
    rows = _references(quotes).annotate(
        title=Subquery(pages.values("title")[:1]),
        url_path=Subquery(pages.values("url_path")[:1]),
        since=Subquery(pages.values("first_published_at")[:1]),
    )
    rows = rows.filter(title__isnull=False).order_by("-since", "-page_id").distinct()
    for quote_id, page_id, title, url_path, _since in rows.values_list(
        "to_object_id", "page_id", "title", "url_path", "since"
    ):
        quote = by_id[quote_id]
        if page_id != quote.film_id:
            quote.published_pages.append(Page(pk=page_id, title=title, url_path=url_path))
