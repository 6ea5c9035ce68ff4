"""Who said it, where, and how the author knows: the same for a block and for a kept quotation."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from blog.lib.folding import fold
from blog.lib.links import web_address

from .visibility import is_public


class Provenance(models.TextChoices):
    HEARD = "heard", _("Heard or read by myself")
    REPORTED = "reported", _("Reported by somebody")
    UNVERIFIED = "unverified", _("Not verified")


class ShownAs(models.TextChoices):
    BLOCK = "block", _("Quotation")
    PULL = "pull", _("Set large")
    EPIGRAPH = "epigraph", _("Epigraph")
    DIALOGUE = "dialogue", _("Dialogue")


READERS_WORDS = {
    Provenance.HEARD: _("Checked against the source"),
    Provenance.REPORTED: _("Reported"),
    Provenance.UNVERIFIED: _("Unverified"),
}
SOURCES = ("film", "book", "conversation")


def provenance_label(provenance, note=""):
    """Return what the caption says, such as "Reported by a viewer"; "" for no known provenance.

    note: the author's own words, which stand in for ours; after "Unverified" they are the reason.
    """
    if provenance not in READERS_WORDS:
        return ""
    if note and provenance == Provenance.UNVERIFIED:
        return _("Unverified: %(reason)s") % {"reason": note}
    return note or READERS_WORDS[provenance]


def find_faults(get_part):
    """Return {field: sentence} for what may wait in a draft, but not be published.

    get_part: a function from a field's name to its value, or None where there is no such field.
    """
    faults = {}
    first, *others = [name for name in SOURCES if get_part(name)] or [None]
    for name in others:
        faults[name] = _("Words have one source: choose a film, a book or a conversation.")
    if get_part("provenance") == Provenance.UNVERIFIED and not get_part("provenance_note"):
        faults["provenance_note"] = _("Say why it is not verified: readers see the reason.")
    return faults


class AttributionMixin:
    """What the caption of a quotation needs, for a block's value and for a kept quotation.

    It reads through `get_part(name)` the fields speaker, person, film, book, conversation, source,
    source_url, detail, provenance and provenance_note; a block that lacks one answers None.
    """

    @property
    def who(self):
        """Who says it: "Rose", "Rose (Kate Winslet)" where both are known, or ""."""
        person, speaker = self.get_part("person"), self.get_part("speaker") or ""
        if person is None:
            return speaker
        if not speaker or fold(speaker) == fold(person.name):
            return person.name
        return f"{speaker} ({person.name})"

    @property
    def published_film(self):
        """The film it is from, or None where readers may not see that film."""
        film = self.get_part("film")
        return film if is_public(film) else None

    @property
    def other_source(self):
        """What stands where no film is named: the conversation or the source, as typed, or ""."""
        return self.get_part("conversation") or self.get_part("source") or ""

    @property
    def is_from_work(self):
        """Whether `other_source` is the title of a work, and not a conversation."""
        return not self.get_part("conversation")

    @property
    def is_attributed(self):
        """Whether the caption names anybody or anything."""
        return bool(self.who or self.is_sourced)

    @property
    def is_sourced(self):
        """Whether the caption names a film, a book, a conversation or another source."""
        return bool(self.published_film or self.get_part("book") or self.other_source)

    @property
    def provenance_class(self):
        """The class of the dot, such as "prov-heard", or ""."""
        provenance = self.get_part("provenance")
        return f"prov-{provenance}" if provenance in READERS_WORDS else ""

    @property
    def provenance_label(self):
        return provenance_label(self.get_part("provenance"), self.get_part("provenance_note"))

    @property
    def cite_url(self):
        """The address of the source for the blockquote's cite, or ""."""
        return web_address(self.get_part("source_url"))
