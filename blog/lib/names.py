"""Names of people, as a sentence joins them."""

from django.utils.translation import gettext as _


def split_names(text):
    """Return the names in a comma-separated str, in order, without blanks."""
    return [name.strip() for name in text.split(",") if name.strip()]


def join_names(names):
    """Return names joined as the language in force does: "A", "A and B", "A, B and C"."""
    names = [str(name) for name in names]
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
