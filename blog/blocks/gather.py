"""What the choosers of a whole body chose, fetched with one query for each kind.

Wagtail fetches for each block type apart: an essay with a card, a list and a quotation would ask
three times for films, and every picture for its sizes. `gather()` reads the ids first.
"""

import copy
from contextvars import ContextVar
from itertools import chain

from wagtail import blocks

from blog.images.models import Image
from blog.images.renditions import RENDITIONS, fetch_pictures

from .richtext.works import CITED, CitedWorks, cited_ids

_at_hand = ContextVar("what_the_choosers_of_a_body_chose", default=None)


class GatheredChooserMixin:
    """A chooser block that takes what `gather()` fetched, and fetches for itself without it.

    Mix in before a ChooserBlock and define `fetch(ids)`: the chosen things as {id: thing}.
    is_lean: whether another chooser of the same model knows better what to fetch.
    """

    is_lean = False

    def get_pictures(self, thing):
        """Return the Images that are shown with a chosen thing, None among them allowed."""
        return ()

    def bulk_to_python(self, values):
        fetched = (_at_hand.get() or {}).get(self.model_class)
        if fetched is None:
            fetched = self.fetch({value for value in values if value is not None})
        # A thing that is chosen twice is two values, as a picture means another thing each time.
        return [copy.copy(fetched.get(value)) for value in values]


def gather(stream, known=(), pictures=(), also=()):
    """Read the body `stream`, a StreamValue, with one query for each kind of chosen thing.

    known: what the page around it fetched already, as its choosers would have.
    pictures: Images of the page, None among them allowed; their sizes come with the body's.
    also: the page's other StreamValues, read with the same queries.
    """
    ids, choosers = {}, {}
    streams = [stream, *also]
    chosen = (_chosen(one.stream_block, list(one.raw_data)) for one in streams)
    for block, pk in chain.from_iterable(chosen):
        ids.setdefault(block.model_class, set()).add(pk)
        if block.model_class not in choosers or not block.is_lean:
            choosers[block.model_class] = block
    pictures = [image for image in pictures if image]
    things = {}
    for model, block in choosers.items():
        if model is not Image:
            things[model] = {thing.pk: thing for thing in known if isinstance(thing, model)}
            if missing := ids[model] - things[model].keys():
                things[model] |= block.fetch(missing)
            for thing in things[model].values():
                pictures += [image for image in block.get_pictures(thing) if image]
    things[Image] = fetch_pictures(ids.get(Image, set()), pictures, *RENDITIONS)
    stream.gathered = things  # for what is not chosen by blocks: see `body_tags`
    token = _at_hand.set(things)
    try:
        for one in streams:
            list(one)
    finally:
        _at_hand.reset(token)


def cited_in(stream):
    """Yield (kind, id) for each citation in the stored rich text of a StreamValue."""
    for block, pk in _chosen(stream.stream_block, list(stream.raw_data)):
        if isinstance(block, CitedWorks):
            yield block.kind, pk


def _chosen(block, raw):
    """Yield (chooser block, id) for all that is chosen or cited in the stored form of a value."""
    if isinstance(block, GatheredChooserMixin):
        if isinstance(raw, int):
            yield block, raw
    elif isinstance(block, blocks.RichTextBlock):
        for kind, pk in cited_ids(raw):
            yield CITED[kind], pk
    elif isinstance(block, blocks.StreamBlock):
        for child in raw or ():
            if child["type"] in block.child_blocks:
                yield from _chosen(block.child_blocks[child["type"]], child["value"])
    elif isinstance(block, blocks.ListBlock):
        for item in raw or ():
            is_wrapped = isinstance(item, dict) and item.get("type") == "item" and "id" in item
            yield from _chosen(block.child_block, item["value"] if is_wrapped else item)
    elif isinstance(block, blocks.StructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            yield from _chosen(child, raw.get(name))
