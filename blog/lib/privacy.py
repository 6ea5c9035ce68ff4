"""Whether anyone may read a page, when that was asked together with the page."""

from wagtail.models import PageViewRestriction

ROOT_DEPTH = 2  # of a site's home page; above it nothing is served


class KnownPrivacyMixin:
    """A page whose own address costs no question about restrictions where the answer is at hand.

    Mix in before Page, and let the routing fetch it `with_privacy` (`is_private`). Wagtail asks
    twice otherwise: for the pages above with what they copy, then for their restrictions.
    """

    def get_view_restrictions(self):
        if self.__dict__.get("is_private") is False and _stands_among_originals(self):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()


def _stands_among_originals(page):
    """Whether neither the page nor one above it copies another, whose restrictions count too."""
    while page is not None and page.alias_of_id is None:
        if page.depth <= ROOT_DEPTH:
            return True
        page = page.__dict__.get("_cached_parent_obj")
    return False
