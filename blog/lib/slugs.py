"""The last part of an address."""

import re

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

# What stands beside the home page's own pages in the addresses.
SITE_RESERVED_SLUGS = frozenset(
    {"admin", "comments", "diary", "documents", "feed", "health", "media", "search", "static"}
)
_YEAR = re.compile(r"\d{4}")


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


def is_year(slug):
    """Return whether a slug is four digits, which is where archives stand."""
    return bool(_YEAR.fullmatch(slug or ""))


def refuse_reserved_slug(slug, reserved, years=False):
    """Let a page's slug pass, unless the journal uses it for an address of its own.

    reserved: a container of slugs. years: refuse four digits too, as archives stand there.
    Raises ValidationError on the field "slug".
    """
    if slug in reserved or (years and is_year(slug)):
        message = _("“%(slug)s” is an address of the journal’s own. Choose another slug.")
        raise ValidationError({"slug": message % {"slug": slug}})


class ReservedSlugsMixin:
    """A page whose slug may not be an address that the journal uses beside it.

    Mix in before Page. The editor's form asks `clean()`, and copying asks `refuse_slug()`.
    """

    reserved_slugs = SITE_RESERVED_SLUGS
    reserves_years = False

    def clean(self):
        super().clean()
        self.refuse_slug(self.slug)

    def refuse_slug(self, slug):
        """Let `slug` pass. Raises ValidationError on the field "slug" when it is reserved."""
        refuse_reserved_slug(slug, self.reserved_slugs, years=self.reserves_years)
