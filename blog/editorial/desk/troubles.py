"""What is due and has not happened: tried in vain, or not tried at all."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from ..models import ScheduleAttempt
from .rights import changeable
from .words import in_words

# The timer works off what is due within seconds; what waits longer was missed.
MISSED_AFTER = timedelta(minutes=2)


@dataclass(frozen=True)
class Trouble:
    """sentence: what was to happen, and when. reason: why it did not, "" while nobody knows.

    prospect: what comes next. page_id: of what can be published, moved or unscheduled at once by
    whoever looks, else None. edit_url: "" where it cannot be edited.
    """

    title: str
    sentence: str
    reason: str
    prospect: str
    is_urgent: bool
    due_at: datetime
    edit_url: str
    page_id: int | None = None


def get_page_troubles(user, attempts):
    """Return the Troubles with pages that `user` may change, in two queries.

    attempts: ScheduleAttempts, also of what was moved or withdrawn since, which is no trouble.
    """
    now = timezone.now()
    due = Revision.page_revisions.filter(approved_go_live_at__lte=now)
    due = set(due.values_list("object_id", "approved_go_live_at"))
    kind = ContentType.objects.get_for_model(Page)
    of_pages = [row for row in attempts if row.content_type_id == kind.pk]
    tried = {(row.object_id, row.due_at) for row in of_pages if not row.is_expiry}
    ids = {row.object_id for row in of_pages} | {object_id for object_id, _at in due}
    if not ids:
        return []
    found = changeable(Page.objects.filter(pk__in=[int(pk) for pk in ids]), user)
    pages = {str(page.pk): page for page in found}
    troubles = [
        describe_failing(user, row, pages[row.object_id])
        for row in of_pages
        if row.object_id in pages and still_stands(row, pages[row.object_id], due)
    ]
    troubles += [
        describe_missed(user, at, pages[object_id])
        for object_id, at in due - tried
        if object_id in pages and at < now - MISSED_AFTER
    ]
    return troubles


def still_stands(attempt, page, due):
    """Return whether what failed is still to happen at the time for which it failed."""
    if attempt.is_expiry:
        return page.live and page.expire_at == attempt.due_at
    return (attempt.object_id, attempt.due_at) in due


def describe_failing(user, attempt, page):
    sentence = (
        _("was to be taken down on %(when)s")
        if attempt.is_expiry
        else _("was to appear on %(when)s")
    )
    return Trouble(
        title=page.get_admin_display_title(),
        sentence=sentence % {"when": in_words(attempt.due_at)},
        reason=attempt.last_error,
        prospect=get_prospect(attempt),
        is_urgent=attempt.needs_attention,
        due_at=attempt.due_at,
        edit_url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        page_id=None if attempt.is_expiry else get_decidable(user, page),
    )


def describe_missed(user, due_at, page):
    return Trouble(
        title=page.get_admin_display_title(),
        sentence=_("was to appear on %(when)s") % {"when": in_words(due_at)},
        reason="",
        prospect=_("Nobody has tried to publish it yet: that is the timer’s work."),
        is_urgent=True,
        due_at=due_at,
        edit_url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        page_id=get_decidable(user, page),
    )


def get_decidable(user, page):
    """Return the number of a page that `user` may publish, else None."""
    return page.pk if page.permissions_for_user(user).can_publish() else None


def get_prospect(attempt):
    """Return how often it was tried, and when it is tried next."""
    tries = {"number": attempt.attempts, "when": in_words(attempt.next_try_at, with_zone=False)}
    if attempt.needs_attention:
        return _("Tried %(number)s times: it needs you. The next try is on %(when)s.") % tries
    if attempt.attempts == 1:
        return _("Tried once. The next try is on %(when)s.") % tries
    return _("Tried %(number)s times. The next try is on %(when)s.") % tries


def get_attempts():
    """Return all ScheduleAttempts with their kind, the longest due first."""
    attempts = ScheduleAttempt.objects.select_related("content_type").order_by("due_at", "pk")
    for attempt in (attempts := list(attempts)):
        attempt.is_expiry = attempt.kind == ScheduleAttempt.Kind.EXPIRE
    return attempts
