"""A body as plain words, for counts, search and excerpts."""

from wagtail.rich_text import get_text_for_indexing

from .text import SpoilerBlock


def stream_text(stream, spoilers=False, names=None):
    """Return the words of a StreamField value as plain text, a blank line between blocks.

    spoilers: whether to take in what spoilers hide; leave it False for everything but counts.
    names: the stream names to take, such as {"prose"}; None takes all.
    """
    texts = []
    for child in _children(stream, names):
        if isinstance(child.block, SpoilerBlock):
            if spoilers:
                texts += [
                    child.value.get("label"),
                    get_text_for_indexing(child.value["body"].source),
                ]
        else:
            texts += child.block.get_searchable_content(child.value)
    return "\n\n".join(text.strip() for text in texts if text and text.strip())


def _children(stream, names):
    # Reading a child fetches the pictures and films of all of its type: the rest stays unread.
    if not stream or names is None:
        return stream or ()
    return (stream[place] for place, raw in enumerate(stream.raw_data) if raw["type"] in names)
