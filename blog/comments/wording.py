"""How many replies, in words."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def count_in_words(count):
    """Return "Three" for 3: words up to ten, digits beyond, at the start of a sentence."""
    words = [_("No"), _("One"), _("Two"), _("Three"), _("Four"), _("Five")]
    words += [_("Six"), _("Seven"), _("Eight"), _("Nine"), _("Ten")]
    return words[count] if count < len(words) else number_format(count, force_grouping=True)


def replies_heading(count):
    """Return the heading over a thread: "Five replies", or "Replies" over none."""
    if not count:
        return _("Replies")
    heading = ngettext("%(number)s reply", "%(number)s replies", count)
    return heading % {"number": count_in_words(count)}


def things_to_fix(count):
    """Return the heading over a form's errors: "Two things to fix before …"."""
    heading = ngettext(
        "%(number)s thing to fix before this can be posted",
        "%(number)s things to fix before this can be posted",
        count,
    )
    return heading % {"number": count_in_words(count)}
