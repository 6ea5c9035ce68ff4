"""The share card of a quotation: drawn once, kept as a file, drawn anew when it would differ."""

import hashlib
import logging

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.models import Site
from wagtail.rich_text import get_text_for_indexing

from . import card_art
from .models import Quote

logger = logging.getLogger(__name__)
FOLDER = "quote_cards"
# Another number draws every card anew.
DESIGN = 1


def get_card(quote):
    """Return the PNG of a published quotation, bytes; it is drawn when it is not there yet."""
    words = get_card_words(quote)
    name = _name(quote, words)
    if quote.card == name:
        try:
            with default_storage.open(name) as file:
                return file.read()
        except OSError:
            logger.warning("The card of quotation %s is lost and drawn anew.", quote.pk)
    return _draw(quote, words, name)


def refresh_card(quote):
    """Draw the card, unless the one that is kept says the same."""
    words = get_card_words(quote)
    name = _name(quote, words)
    if quote.card != name or not default_storage.exists(name):
        _draw(quote, words, name)


def forget_card(name):
    """Delete a card's file; one that is not there is no error."""
    if not name:
        return
    try:
        default_storage.delete(name)
    except OSError:
        logger.exception("The card %s could not be deleted.", name)


def get_card_words(quote):
    """Return the CardWords: what was said, by whom and in what, and where it is kept."""
    text = get_text_for_indexing(quote.text.replace("</p>", "</p>\n").replace("<br", "\n<br"))
    paragraphs = [" ".join(part.split()) for part in text.splitlines()]
    film, book = quote.published_film, quote.book
    caption = ", ".join(filter(None, [quote.who, _title(film or book) or quote.other_source]))
    site = Site.objects.filter(is_default_site=True).first()
    return card_art.CardWords(
        paragraphs=tuple(filter(None, paragraphs)),
        caption=caption,
        foot=(site.site_name or site.hostname) if site else "",
        grade=film.grade if film else "",
    )


def _title(work):
    if work is None:
        return ""
    return f"{work.title} ({work.year})" if work.year else work.title


def _name(quote, words):
    digest = hashlib.sha256(f"{DESIGN}{words!r}".encode()).hexdigest()[:16]
    return f"{FOLDER}/{quote.pk}-{digest}.png"


def _draw(quote, words, name):
    png = card_art.draw_card(words)
    try:
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(png))
        if quote.card != name:
            # update() sends no signal, which would ask for the card again.
            Quote.objects.filter(pk=quote.pk).update(card=name)
            forget_card(quote.card)
    except OSError:
        # A card that cannot be kept is still shown.
        logger.exception("The card of quotation %s could not be kept.", quote.pk)
    return png
