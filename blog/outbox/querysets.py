"""Which mails: every rule about rows is written here once."""

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

MOST_REFUSALS = 3  # after these in turn nothing more is queued to an address


class MailQuerySet(models.QuerySet):
    def waiting(self):
        """Mails that are still to be sent, the next one first."""
        return self.filter(state="waiting").order_by("not_before", "pk")

    def due(self):
        """Waiting mails whose time has come."""
        return self.waiting().filter(not_before__lte=timezone.now())

    def being_sent(self):
        """Mails that a worker has claimed, the oldest claim first."""
        return self.filter(state="sending").order_by("claimed_at", "pk")

    def failed(self):
        """Mails that were given up, the latest first."""
        return self.filter(state="failed").order_by("-created_at", "-pk")

    def retriable(self):
        """Mails that a person may send again now: given up, or resting after a failure."""
        return self.filter(models.Q(state="failed") | models.Q(state="waiting", attempts__gt=0))

    def about(self, about):
        """Mails about one thing, such as "comment:12"."""
        return self.filter(about=about)

    def to(self, address):
        """Mails to one address, however it is capitalised."""
        return self.alias(folded=Lower("recipient")).filter(folded=address.strip().lower())

    def over(self, *, sent_before, failed_before):
        """Mails that nobody needs any more: sent or cancelled, and given up, before these dates."""
        return self.filter(
            models.Q(state="sent", sent_at__lt=sent_before)
            | models.Q(state="cancelled", created_at__lt=sent_before)
            | models.Q(state="failed", created_at__lt=failed_before)
        )


class MailStopQuerySet(models.QuerySet):
    def of(self, address):
        """The row of one address, if a server has refused it."""
        return self.filter(recipient=address.strip().lower())

    def in_force(self):
        """Addresses that are sent nothing any more, the latest first."""
        return self.filter(refusals__gte=MOST_REFUSALS).order_by("-refused_at")
