"""Addresses of films: the title, with the year when another film has it."""

from blog.lib.slugs import unique_slug

# What stands at the library's level in the addresses.
RESERVED_SLUGS = frozenset({"people"})


def film_slug(title, year, is_taken):
    """Return a free slug: "the-work", "the-work-2017" for a second film, "the-work-2" without year.

    is_taken: a callable that says whether a film of the library has a slug.
    """

    def is_refused(slug):
        return slug in RESERVED_SLUGS or is_taken(slug)

    slug = unique_slug(title, (), fallback="film")
    if not is_refused(slug):
        return slug
    return unique_slug(f"{slug}-{year}" if year else slug, is_refused)
