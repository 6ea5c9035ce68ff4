"""Ways to what stands above this part, by name: "" while nothing answers to it."""

from django.urls import NoReverseMatch, reverse


def essay_address(**source):
    """Return where an essay is begun from a `film`, a `viewing` or a `quote`, by its number."""
    try:
        return reverse("posts_start", query=source)
    except NoReverseMatch:
        return ""
