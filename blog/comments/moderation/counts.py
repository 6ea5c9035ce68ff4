"""How much waits: for the menu, the first page of the admin, the queue and a page's editor."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.lib.spoilers import MARK

from ..models import Comment


@dataclass(frozen=True)
class Waiting:
    """What waits for a decision. oldest_at: since when, or None.

    reviews, spoilers: how many of them give a film stars, and hide something.
    """

    number: int
    reported: int
    oldest_at: datetime | None
    reviews: int = 0
    spoilers: int = 0

    @property
    def sentence(self):
        """ "5 wait, the oldest since 2 days, 1 reported", or that nothing does."""
        if not self.number:
            return _("Nothing waits.")
        parts = [
            ngettext("%(number)s waits", "%(number)s wait", self.number) % {"number": self.number}
        ]
        if self.oldest_at:
            age = {"age": timesince(self.oldest_at, depth=1)}
            # Translators: how long the only comment, or the oldest of several, waits.
            parts.append(ngettext("since %(age)s", "the oldest since %(age)s", self.number) % age)
        if self.reported:
            reported = ngettext("%(number)s reported", "%(number)s reported", self.reported)
            parts.append(reported % {"number": self.reported})
        return _(", ").join(parts)

    @property
    def lines(self):
        """What waits by its kind, a short line each: "3 replies", "1 review", "2 reported"."""
        words = [
            (ngettext("%(number)s reply", "%(number)s replies", self.replies), self.replies),
            (ngettext("%(number)s review", "%(number)s reviews", self.reviews), self.reviews),
            (_("%(number)s marked as a spoiler"), self.spoilers),
            (_("%(number)s reported"), self.reported),
        ]
        return [line % {"number": number} for line, number in words if number]

    @property
    def replies(self):
        return self.number - self.reviews

    @property
    def age(self):
        """How long the oldest waits: "2 days", "" where nothing does."""
        return timesince(self.oldest_at, depth=1) if self.oldest_at else ""


def count_waiting():
    """Return what waits for the moderators, in one query."""
    pending = Q(status=Comment.Status.PENDING)
    found = (
        Comment.objects.undecided()
        .order_by()
        .aggregate(
            number=Count("pk"),
            reported=Count("pk", filter=Q(reported_at__isnull=False)),
            reviews=Count("pk", filter=Q(half_stars__isnull=False)),
            spoilers=Count("pk", filter=Q(body__contains=MARK) | ~Q(masked=[])),
            first=Min("created_at", filter=pending),
            first_edit=Min("waiting_edit__created_at"),
            first_report=Min("reported_at"),
        )
    )
    began = [found["first"], found["first_edit"], found["first_report"]]
    return Waiting(
        number=found["number"],
        reported=found["reported"],
        oldest_at=min(filter(None, began), default=None),
        reviews=found["reviews"],
        spoilers=found["spoilers"],
    )


def describe_page(page):
    """Return "3 replies, 1 waits" for a page, in one query; "" where nobody wrote anything."""
    found = Comment.objects.filter(page_id=page.pk).aggregate(
        published=Count("pk", filter=Q(status=Comment.Status.PUBLISHED)),
        waiting=Count("pk", filter=Q(status=Comment.Status.PENDING)),
    )
    published, waiting = found["published"], found["waiting"]
    parts = []
    if published:
        words = ngettext("%(number)s reply", "%(number)s replies", published)
        parts.append(words % {"number": published})
    if waiting:
        words = ngettext("%(number)s waits", "%(number)s wait", waiting)
        parts.append(words % {"number": waiting})
    return _(", ").join(parts)
