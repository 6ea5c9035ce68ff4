"""What whoever changes the journal's time zone is told at once."""

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from blog.lib.zones import get_zone
from blog.scheduling.wording import clock_in_words, when_in_words, zone_in_words


def say_zone_changed(request, settings):
    """Say that no date moved, by the example of the essay that appears next.

    settings: SiteSettings that were just saved.
    """
    before = getattr(settings, "zone_before", None)
    if before in (None, settings.time_zone):
        return
    old, new = get_zone(before), get_zone(settings.time_zone)
    sentences = [
        _(
            "The journal keeps the time of %(new)s now, and of %(old)s no longer. Dates that were "
            "set stay the moments that they were."
        )
        % {"new": zone_in_words(new), "old": zone_in_words(old)}
    ]
    if coming := get_next_scheduled():
        at = coming.approved_go_live_at
        words = {
            "title": coming.object_str,
            "when": when_in_words(at, new),
            "old": clock_in_words(at, old, beside=new),
        }
        sentences.append(_("“%(title)s” appears %(when)s, which is %(old)s.") % words)
    messages.info(request, " ".join(sentences))


def get_next_scheduled():
    """Return the Revision of a page that goes live next, or None."""
    coming = Revision.page_revisions.filter(approved_go_live_at__gt=timezone.now())
    return coming.order_by("approved_go_live_at", "pk").first()
