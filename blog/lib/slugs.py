"""The last part of an address."""

import re

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

# What stands beside the home page's own pages in the addresses.
SITE_RESERVED_SLUGS = frozenset(
    {
        *("admin", "comments", "diary", "documents", "editorial", "feed", "health", "media"),
        *("search", "static"),
    }
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


def is_reserved_slug(slug, reserved, years=False):
    """Return whether the journal uses a slug for an address of its own.

    reserved: a container of slugs. years: four digits are too, as archives stand there.
    """
    return slug in reserved or (years and is_year(slug))


def refuse_reserved_slug(slug, reserved, years=False):
    """Let a page's slug pass, unless it is reserved as `is_reserved_slug` says.

    Raises ValidationError on the field "slug".
    """
    if is_reserved_slug(slug, reserved, years):
        message = _("“%(slug)s” is an address of the journal’s own. Choose another slug.")
        raise ValidationError({"slug": message % {"slug": slug}})


class ReservedSlugsMixin:
    """A page that makes a slug of its title when it has none, and takes no reserved one.

    Mix in before Page. Reserved is what the journal uses as an address beside the page. Its form
    (`lib/slug_form.py`) asks `clean()`, and copying asks `refuse_slug()`.
    """

    reserved_slugs = SITE_RESERVED_SLUGS
    reserves_years = False

    def full_clean(self, *args, **kwargs):
        self.fill_slug()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self):
        self.fill_slug()
        super().minimal_clean()

    def clean(self):
        super().clean()
        self.refuse_slug(self.slug)

    def refuse_slug(self, slug):
        """Let `slug` pass. Raises ValidationError on the field "slug" when it is reserved."""
        refuse_reserved_slug(slug, self.reserved_slugs, years=self.reserves_years)

    def fill_slug(self):
        """Make an empty slug, before Wagtail would make it without regard to what is reserved."""
        # A page that is being added has no path yet, but knows its parent already.
        is_placed = self.path or getattr(self, "_cached_parent_obj", None)
        if self.title and not self.slug and is_placed:
            parent = self.get_parent()
            self.slug = self.make_slug(lambda slug: not self.may_take_slug(slug, parent))

    def make_slug(self, is_refused):
        """Return a slug of the title for which the callable `is_refused` answers False."""
        fallback = unique_slug(str(self._meta.verbose_name), ())
        return unique_slug(self.title, is_refused, fallback=fallback)

    def may_take_slug(self, slug, parent):
        """Return whether `slug` is neither reserved nor another page's below `parent`."""
        is_reserved = is_reserved_slug(slug, self.reserved_slugs, years=self.reserves_years)
        return not is_reserved and self._slug_is_available(slug, parent, self)
