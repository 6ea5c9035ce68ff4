"""The title, the sentence about the page, and what these give away."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from blog.blocks.lists import QuestionBlock
from blog.blocks.text import SpoilerBlock
from blog.lib.folding import fold

from ..finding import Finding
from ..written import read_rich_text

RUN = 5  # words in a row that tell a passage from chance
SHOWN_OUTSIDE = ("title", "standfirst", "seo_title", "search_description", "synopsis")
# What lists and search engines print of a page, whichever of them its type has.
DESCRIBES = ("search_description", "standfirst", "synopsis", "tagline", "introduction", "heading")


def get_spoiling_words():
    """Return the folded words that tell of an end, as the language in force has them."""
    # Translators: words and phrases, with commas between, that give away how a film ends.
    words = _(
        "dies, is killed, was killed, the killer, murderer, the twist, turns out, in the end, "
        "the ending, is revealed, was dead all along, commits suicide"
    )
    return [folded for word in words.split(",") if (folded := fold(word))]


def check_title(page, pieces, known):
    if not page.title.strip():
        yield _on(page, "title", "no-title", _("It has no title yet."))


def check_description(page, pieces, known):
    """A page that can have a sentence about itself has one."""
    if any((getattr(page, name, "") or "").strip() for name in DESCRIBES):
        return
    name = "standfirst" if hasattr(page, "standfirst") else "search_description"
    words = _("No sentence says what it is about: lists and search engines print none.")
    yield _on(page, name, "no-description", words)


def check_spoilers(page, pieces, known):
    """What is printed outside of the page gives nothing away."""
    hidden = [fold(text) for text in get_hidden_texts(pieces)]
    runs = {run for text in hidden for run in _runs(text)}
    spoiling = get_spoiling_words()
    for name in SHOWN_OUTSIDE:
        folded = fold(getattr(page, name, "") or "")
        if not runs.isdisjoint(_runs(folded)):
            words = _("It repeats words that the essay hides as a spoiler.")
            yield _on(page, name, "hidden-words", words)
        elif name != "title" and (said := _find_word(folded, spoiling)):
            words = _("“%(word)s” may give the film away: this is read before the essay is.")
            yield _on(page, name, "spoiler-word", words % {"word": said})


def get_hidden_texts(pieces):
    """Yield the plain words that the page hides: of spoilers, and of answers that give away."""
    for piece in pieces:
        raw = piece.raw if isinstance(piece.raw, dict) else {}
        if isinstance(piece.block, SpoilerBlock):
            yield read_rich_text(raw.get("body")).text
        elif isinstance(piece.block, QuestionBlock) and raw.get("is_spoiler"):
            yield read_rich_text(raw.get("answer")).text


def _runs(folded):
    """Return each run of a few words in folded text; of a shorter text the whole, from three on."""
    words = folded.split()
    if 3 <= len(words) < RUN:  # noqa: PLR2004
        return {folded}
    return {" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def _find_word(folded, words):
    padded = f" {folded} "
    return next((word for word in words if f" {word} " in padded), "")


def _on(page, name, code, words):
    return Finding(code, words, name, capfirst(page._meta.get_field(name).verbose_name))
