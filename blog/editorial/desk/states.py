"""What becomes of a draft, in words."""

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.models import Revision

from .words import in_words


def get_schedules(pages):
    """Return {page id: when a version of it goes out} of those that are scheduled, in one query."""
    ids = [str(page.pk) for page in pages]
    rows = Revision.page_revisions.filter(object_id__in=ids, approved_go_live_at__isnull=False)
    rows = rows.order_by("-approved_go_live_at").values_list("object_id", "approved_go_live_at")
    # The earliest comes last, and stays.
    return {int(pk): at for pk, at in rows}


def describe_draft(page, content, scheduled_at):
    """Return what becomes of a draft, such as "scheduled for Mon 8 Mar 2027, 09:00".

    content: of its newest revision. scheduled_at: when a version of it goes out, or None.
    """
    if scheduled_at:
        if scheduled_at <= timezone.now():
            sentence = _("due since %(when)s")
        elif page.live:
            sentence = _("update scheduled for %(when)s")
        else:
            sentence = _("scheduled for %(when)s")
        return sentence % {"when": in_words(scheduled_at)}
    wish = parse_datetime(content.get("go_live_at") or "")
    if wish and wish > timezone.now():
        return _("planned for %(when)s, not scheduled") % {"when": in_words(wish)}
    if page.live:
        return _("live, with changes that are not published")
    return _("draft")
