"""Who may not write here any more: they hear of it when they next try, and not before."""

from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Commenter


def get_ban_sentence(commenter):
    """Return what a banned writer is told, or "" for everybody else; commenter may be None.

    Ask it when they send something in: it notes that they were told.
    """
    if commenter is None or not commenter.is_banned:
        return ""
    rows = Commenter.objects.filter(pk=commenter.pk, ban_told_at=None)
    rows.update(ban_told_at=timezone.now())
    return _(
        "The people of this journal take no replies from this address any more. "
        "Your words were not sent; you can copy them."
    )
