"""The headings of the block picker, in the order of how often an author needs them."""

from django.utils.translation import gettext_lazy as _

PROSE = _("Prose")
QUOTATION = _("Quotation")
PICTURE = _("Picture")
FILM = _("Film")
MORE = _("More")
