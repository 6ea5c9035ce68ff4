"""What a preview says when it is shown in the place of a reply that was to be posted."""

from django.utils.translation import gettext_lazy as _

WHY = {
    "too_young": _("That was quick: read it once more, then post it."),
    "too_old": _("The form had stood open for more than a day. Read it once more, then post it."),
    "used": _("This form was sent before, with other words. If both are meant, post these too."),
}


def why_a_preview(code):
    """Return a sentence for the fault of a ticket (see blog.lib.tickets), or "" for none.

    A form without a ticket is what a browser without scripts sends: the preview is its second step.
    """
    return WHY.get(code, "")
