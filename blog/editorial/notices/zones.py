"""Telling that the journal's clock is another one now."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, Revision

from blog.lib.trash import without_trash
from blog.scheduling.wording import zone_in_words

from ..models import NoticeKind
from .people import get_publishers
from .writing import tell


def note_zone_changed(old, new):
    """Tell who publishes that another zone counts from now on, and that no date has moved.

    old, new: their names. Whoever changed it is told on the desk alone, so that they know.
    """
    by = get_active_log_context().user
    home = Page.objects.filter(depth=2).order_by("path").first()
    people = get_publishers(home) if home else []
    words = _("It was %(old)s before.") % {"old": zone_in_words(old)}
    if dates := _count_dates():
        words += " " + ngettext(
            "%(count)s date that was set stays the moment that it was, and is shown by the new "
            "clock.",
            "%(count)s dates that were set stay the moments that they were, and are shown by the "
            "new clock.",
            dates,
        ) % {"count": dates}  # fmt: skip
    story = {"words": words, "address": reverse("editorial_scheduled"), "title": zone_in_words(new)}
    tell(NoticeKind.ZONE, None, people, **story, by=by)
    if by in people:
        tell(NoticeKind.ZONE, None, [by], **story, mails=False)


def _count_dates():
    """Return how many publications are scheduled, or planned without being scheduled yet."""
    scheduled = set(
        Revision.page_revisions.filter(approved_go_live_at__isnull=False).values_list(
            "object_id", flat=True
        )
    )
    drafts = without_trash(Page.objects.filter(live=False, go_live_at__isnull=False))
    return len(scheduled | {str(pk) for pk in drafts.values_list("pk", flat=True)})
