"""How the author knows that somebody said it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from blog.blocks.addresses import web_address
from blog.blocks.visibility import is_public


class Provenance(models.TextChoices):
    HEARD = "heard", _("Heard or read by myself")
    REPORTED = "reported", _("Reported by somebody")
    UNVERIFIED = "unverified", _("Not verified")


READERS_WORDS = {
    Provenance.HEARD: _("Checked against the source"),
    Provenance.REPORTED: _("Reported"),
    Provenance.UNVERIFIED: _("Unverified"),
}


def provenance_label(provenance, note=""):
    """Return what the caption says, such as "Reported by a viewer"; "" for no known provenance.

    note: the author's own words, which stand in for ours; after "Unverified" they are the reason.
    """
    if provenance not in READERS_WORDS:
        return ""
    if note and provenance == Provenance.UNVERIFIED:
        return _("Unverified: %(reason)s") % {"reason": note}
    return note or READERS_WORDS[provenance]


class AttributionMixin:
    """What the caption of a quotation needs, for a block's value and for a kept quotation.

    It reads through `get_part(name)` the fields film, speaker, source, provenance and
    provenance_note.
    """

    @property
    def published_film(self):
        """The film it is from, or None where readers may not see that film."""
        film = self.get_part("film")
        return film if is_public(film) else None

    @property
    def is_attributed(self):
        """Whether the caption names anybody or anything."""
        return bool(self.get_part("speaker") or self.get_part("source") or self.published_film)

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
