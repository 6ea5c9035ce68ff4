"""Trust in words, for the person who decides about it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .facts import RECENT
from .trust import MOST_REFUSED_PERCENT, why_not_trusted

SHORT = {
    "": gettext_lazy("Known"),
    "unproved": gettext_lazy("Address not proved"),
    "banned": gettext_lazy("Banned"),
    "revoked": gettext_lazy("Trust taken back"),
    "spam": gettext_lazy("Sent spam"),
    "too_few": gettext_lazy("New here"),
    "too_long_ago": gettext_lazy("Not seen for long"),
    "refused": gettext_lazy("Often refused lately"),
}


def explain_trust(commenter, settings):
    """Return why a reader is trusted or not, as one or two sentences."""
    return _explain(why_not_trusted(commenter, settings), settings)


def _explain(code, settings):
    months = settings.trusted_months
    lately = ngettext("%(number)s month", "%(number)s months", months) % {"number": months}
    if code == "unproved":
        return _("No link that was mailed to this address was ever opened and confirmed.")
    if code == "banned":
        return _("This reader is banned.")
    if code == "revoked":
        return _("Trust was taken back by a person. It comes back when a person gives it back.")
    if code == "spam":
        return _("A comment of theirs, from their proved address, is marked as spam.")
    if code == "too_few":
        return ngettext(
            "Fewer than %(number)s comment of theirs is published.",
            "Fewer than %(number)s comments of theirs are published.",
            settings.trusted_after,
        ) % {"number": settings.trusted_after}
    if code == "too_long_ago":
        return _("The last comment of theirs was published more than %(months)s ago.") % {
            "months": lately
        }
    if code == "refused":
        return _(
            "Of what was decided about their comments of the last %(days)s days, %(percent)s%% or "
            "more was refused. Trust comes back when that is less."
        ) % {"days": RECENT.days, "percent": MOST_REFUSED_PERCENT}
    return _(
        "The address is proved, nothing of theirs is spam, and a comment of theirs was published "
        "within the last %(months)s. What is suspicious waits all the same."
    ) % {"months": lately}
