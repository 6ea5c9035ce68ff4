"""Taking words that were typed in a page into the book, and showing them from there.

It happens when the page is published, never in a draft. The block keeps its id and becomes one
that shows the saved quotation; the id is remembered, so that a second window, an older revision
or a copy of the page never makes another quotation of the same block.
"""

import json

from django.db import IntegrityError, transaction
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from blog.blocks.provenance import ShownAs, find_faults
from blog.blocks.quotations import BookQuoteBlock, ProvenBlock
from blog.films.models import FilmPage
from blog.lib.folding import fold
from blog.lib.pages import live_and_public

from .cast import find_credited
from .models import KeptWords, Quote

WORDS = ("speaker", "conversation", "source", "source_url", "detail", "provenance")
WORDS += ("provenance_note", "language", "gloss")


def wants_keeping(page):
    """Return whether a block of `page` is ticked to be kept; costs no query."""
    return any(_ticked(getattr(page, field.name)) for field in _stream_fields(page))


def keep_words(page_id):
    """Make a Quote of every block of the live page that is ticked to be kept, each once.

    Blocks whose words were changed elsewhere since they were kept stay as they are typed.
    """
    with transaction.atomic():
        locked = Page.objects.select_for_update(of=("self",)).filter(pk=page_id, live=True).first()
        page = locked and locked.specific
        if page is None:
            return  # deleted or taken down between publication and commit
        for field in _stream_fields(page):
            stream = getattr(page, field.name)
            if children := _kept_children(page, stream):
                _replace(page, field, stream, children)


def _stream_fields(page):
    return [field for field in page._meta.get_fields() if isinstance(field, StreamField)]


def _ticked(stream):
    """Return the raw children of a StreamValue that are ticked to be kept."""
    return [
        raw
        for raw in (stream.raw_data if stream else ())
        if isinstance(stream.stream_block.child_blocks.get(raw["type"]), ProvenBlock)
        and isinstance(raw["value"], dict)
        and raw["value"].get("keep")
        and raw.get("id")
    ]


def _kept_children(page, stream):
    """Return {block id: (raw value as typed, raw child that shows the Quote)}."""
    blocks = stream.stream_block.child_blocks
    name = next((name for name in blocks if isinstance(blocks[name], BookQuoteBlock)), None)
    children = {}
    for raw in _ticked(stream):
        typed = blocks[raw["type"]].to_python(raw["value"])
        quote = _keep(raw["id"], typed, page)
        if quote is None or name is None:
            continue
        value = {"quote": quote.pk, "form": str(typed.shown_as), "keep_here": False, "words": ""}
        if not quote.is_public:
            # Readers of the page do not see the book's draft, so the page keeps the words.
            value |= {"keep_here": True, "words": quote.text}
        children[raw["id"]] = raw["value"], {"type": name, "value": value, "id": raw["id"]}
    return children


def _keep(block_id, typed, page):
    """Return the one Quote of this block; None when it is empty, or holds other words by now."""
    fields = _quote_fields(typed, page)
    quote = Quote(**fields)
    if not quote.plain_text:
        return None
    kept = KeptWords.objects.select_related("quote").filter(block_id=block_id).first()
    if kept is None:
        try:
            with transaction.atomic():
                same = _find_same(quote)
                if same is None:
                    quote.save()
                kept = KeptWords.objects.create(
                    block_id=block_id, words=quote.plain_text, quote=same or quote
                )
        except IntegrityError:
            # Another window's publication was quicker by a moment.
            kept = KeptWords.objects.select_related("quote").get(block_id=block_id)
    return kept.quote if kept.words == quote.plain_text else None


def _find_same(quote):
    """Return the published Quote of the same words, mouth and source, or None."""
    same = Quote.objects.published().filter(
        film=quote.film, book=quote.book, search_words__startswith=fold(quote.plain_text)
    )
    for other in same:
        if (other.plain_text, fold(other.who)) == (quote.plain_text, fold(quote.who)):
            return other
    return None


def _quote_fields(typed, page):
    """Return the fields of a Quote for the value of a block in `page`."""
    fields = {name: typed.get_part(name) or "" for name in WORDS}
    text = typed.text if typed.shown_as == ShownAs.DIALOGUE else typed["text"].source
    film = typed.get_part("film") or (page if isinstance(page, FilmPage) else None)
    fields |= {
        "text": text,
        "is_dialogue": typed.shown_as == ShownAs.DIALOGUE,
        "is_from_memory": bool(typed.get_part("is_from_memory")),
        "person": typed.get_part("person") or find_credited(film, fields["speaker"]),
        "film": film,
        "book": typed.get_part("book"),
        "owner_id": page.owner_id,
    }
    is_public = live_and_public(Page.objects.filter(pk=page.pk)).exists()
    is_whole = not find_faults(fields.get)
    fields["state"] = Quote.State.PUBLIC if is_public and is_whole else Quote.State.DRAFT
    return fields


def _replace(page, field, stream, children):
    """Put the children in place in the page and in those revisions that say the same."""
    raw = [_replaced(child, children) for child in stream.raw_data]
    setattr(page, field.name, StreamValue(stream.stream_block, raw, is_lazy=True))
    page.save(clean=False, update_fields=[field.name])
    revisions = page.revisions.filter(pk__in=[page.live_revision_id, page.latest_revision_id])
    for revision in revisions | page.revisions.filter(approved_go_live_at__isnull=False):
        before = json.loads(revision.content.get(field.name) or "[]")
        after = [_replaced(child, children) for child in before]
        if after != before:
            content = {**revision.content, field.name: json.dumps(after)}
            Revision.objects.filter(pk=revision.pk).update(content=content)


def _replaced(child, children):
    typed, kept = children.get(child.get("id"), (None, None))
    return kept if typed is not None and child["value"] == typed else child
