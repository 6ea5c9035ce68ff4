"""What an author should know about quotations, and may leave as it is."""

from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.fields import StreamField

from blog.blocks.quotations import BookQuoteBlock, ProvenBlock
from blog.films.models import FilmPage

from .cast import is_missing_from_cast


def warn_of_quote(request, quote):
    """Say so when whoever says the words is not among the people of the film."""
    _warn_of_speakers(request, [(quote, quote.film)])


def warn_of_page(request, page):
    """Say what is odd about the quotations of a page that was just published."""
    about = page if isinstance(page, FilmPage) else None
    spoken, drafts = [], []
    for child in _quotation_blocks(page):
        if isinstance(child.block, ProvenBlock):
            spoken.append((child.value, child.value.get_part("film") or about))
        elif quote := child.value.get("quote"):
            spoken.append((quote, quote.film))
            if child.value.shown_quote is None:
                drafts.append(quote)
    _warn_of_speakers(request, spoken)
    for quote in drafts:
        sentence = _("“%(quote)s” is a draft, so readers do not see it in this page.")
        messages.warning(request, sentence % {"quote": quote})


def _quotation_blocks(page):
    kinds = (BookQuoteBlock, ProvenBlock)
    for field in page._meta.get_fields():
        stream = getattr(page, field.name) if isinstance(field, StreamField) else None
        for place, raw in enumerate(stream.raw_data if stream else ()):
            if isinstance(stream.stream_block.child_blocks.get(raw["type"]), kinds):
                yield stream[place]


def _warn_of_speakers(request, spoken):
    """Name those of `spoken`, pairs of a quotation and its film, who are not in the cast."""
    names = [
        _("%(who)s (%(film)s)") % {"who": quote.who, "film": film}
        for quote, film in spoken
        if is_missing_from_cast(quote, film)
    ]
    if names:
        sentence = _("Not in the cast: %(names)s. What they say stays as it is.")
        messages.warning(request, sentence % {"names": ", ".join(dict.fromkeys(names))})
