"""Remarks in the editor that nobody has answered yet."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..finding import Finding


def check_remarks(page, pieces, known):
    """No remark of an editor, or of somebody who read the draft by a link, is left open."""
    if not known.remarks:
        return
    words = ngettext(
        "%(count)s remark in the text is not resolved.",
        "%(count)s remarks in the text are not resolved.",
        len(known.remarks),
    )
    words %= {"count": len(known.remarks)}
    yield Finding("remarks", words, known.remarks[0], _("Comments"))
