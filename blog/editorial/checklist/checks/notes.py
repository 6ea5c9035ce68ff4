"""Whether somebody thought of those who would rather know before they read."""

from django.utils.translation import gettext as _

from blog.blocks.models import ContentNotesMixin
from blog.lib.folding import fold

from ..finding import Finding


def get_heavy_words():
    """Return the folded words that may ask for a note, as the language in force has them."""
    # Translators: words, with commas between, for what some readers want to be warned of.
    words = _(
        "suicide, rape, raped, sexual abuse, child abuse, domestic violence, self-harm, overdose, "
        "miscarriage, torture, lynching, genocide"
    )
    return [folded for word in words.split(",") if (folded := fold(word))]


def check_content_note(page, pieces, known):
    """There is a note, or the line on spoilers says that nobody needs one."""
    if not isinstance(page, ContentNotesMixin) or page.content_note_lines or page.spoiler_note:
        return
    text = f" {fold(' '.join(piece.written.text for piece in pieces if piece.written))} "
    if not text.strip():
        return
    film = getattr(page, "film", None)
    heavy = next((word for word in get_heavy_words() if f" {word} " in text), "")
    if film and film.content_note_lines:
        words = _("The film warns of %(notes)s; the essay warns of nothing.")
        words %= {"notes": " · ".join(film.content_note_lines)}
    elif heavy:
        words = _("It speaks of “%(word)s”, and warns of nothing before it begins.")
        words %= {"word": heavy}
    else:
        words = _("No content note yet. If none is needed, say so in the note on spoilers.")
    yield Finding("content-note", words, "content_notes", _("Before you read"))
