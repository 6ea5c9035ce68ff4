"""Telling, an hour before, whoever asked for that."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, Revision

from blog.lib.trash import without_trash
from blog.scheduling.wording import when_in_words

from ..models import NoticeChoice, NoticeKind
from .people import who_is_concerned
from .writing import tell

# Later than that it is not "in an hour" any more: who asked late, or a timer that stood still.
EARLIEST, LATEST = timedelta(minutes=60), timedelta(minutes=30)


def tell_of_coming(now=None):
    """Tell of the pages that go live within the hour; each once, and anew where it was moved."""
    now = now or timezone.now()
    wanting = NoticeChoice.objects.filter(Q(on_desk=True) | Q(by_mail=True), kind=NoticeKind.SOON)
    asking = set(wanting.values_list("user", flat=True))
    if not asking:
        return
    for page, at in get_coming(now + LATEST, now + EARLIEST):
        people = [user for user in who_is_concerned(page) if user.pk in asking]
        tell(
            NoticeKind.SOON,
            page,
            people,
            words=lambda user, at=at: when_in_words(at, timezone.get_current_timezone()),
            key=f"{page.pk}:{at:%Y%m%dT%H%M%S}",
        )


def get_coming(start, end):
    """Return [(page, when)] of the pages that are scheduled after `start` and up to `end`."""
    scheduled = Revision.page_revisions.filter(
        approved_go_live_at__gt=start, approved_go_live_at__lte=end
    ).order_by("approved_go_live_at", "pk")
    times = {int(pk): at for pk, at in scheduled.values_list("object_id", "approved_go_live_at")}
    pages = without_trash(Page.objects.filter(pk__in=times)).specific(defer=True)
    return [(page, times[page.pk]) for page in pages]
