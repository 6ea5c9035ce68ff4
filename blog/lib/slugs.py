"""The last part of an address."""

from django.utils.text import slugify


def unique_slug(text, taken, fallback="untitled", max_length=100):
    """Return a slug for `text` that is not among `taken`, by adding -2, -3 … where needed.

    text: any str; letters without an ASCII form are kept, dots and apostrophes vanish.
    taken: a container of slugs, or a callable that says whether one is taken.
    fallback: the slug of a text that has no letter or digit.
    """
    is_taken = taken if callable(taken) else taken.__contains__
    stem = slugify(text.replace("’", "").replace("'", ""), allow_unicode=True)
    stem = stem[:max_length].strip("-_") or fallback
    slug, number = stem, 1
    while is_taken(slug):
        number += 1
        suffix = f"-{number}"
        slug = stem[: max_length - len(suffix)].rstrip("-_") + suffix
    return slug
