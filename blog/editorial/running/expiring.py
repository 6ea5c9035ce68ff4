"""Taking down one item whose time is over, or out of the lists, as its page wants it."""

from django.db import transaction
from wagtail.log_actions import log

from blog.scheduling.models import ListingMixin

from ..models import ScheduleAttempt
from ..signals import item_expired
from .dates import clear_past, keeping, write_content


def expire_due(item):
    """End what is due: "expired" when it was taken down, "unlisted" when it left the lists.

    Returns None when a rival did it, or its date was changed or it was taken down before.
    """
    objects = item.model._base_manager
    with transaction.atomic():
        claimed = objects.filter(pk=item.object_id, live=True, expire_at=item.due_at).update(
            expire_at=None
        )
        if not claimed:
            return None
        expiring = item.get_object()
        stays = (
            isinstance(expiring, ListingMixin) and expiring.expires_to == ListingMixin.End.UNLISTED
        )
        if stays:
            unlist(expiring)
        else:
            take_down(expiring)
        item_expired.send(type(expiring), item=item, target=expiring)
        ScheduleAttempt.objects.of(item).delete()
    return "unlisted" if stays else "expired"


def take_down(expiring):
    """Unpublish a page or snippet because its time is over; what is to come for it stays."""
    scheduled = expiring.revisions.filter(approved_go_live_at__isnull=False)
    revisions = {expiring.live_revision, expiring.latest_revision, *scheduled} - {None}
    # Wagtail's unpublish() forgets every schedule; a coming publication is to stay.
    with keeping(expiring.revisions):
        expiring.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    for revision in revisions:
        clear_past(revision, "go_live_at", "expire_at")


def unlist(page):
    """Have a live page leave the lists; readers who have the address still find it."""
    page.is_unlisted = True
    # save() and not update(): the search index and all that counts essays hear of it.
    page.save(clean=False, update_fields=["is_unlisted"])
    scheduled = page.revisions.filter(approved_go_live_at__isnull=False)
    for revision in {page.live_revision, page.latest_revision, *scheduled} - {None}:
        clear_past(revision, "expire_at")
        # What is published next has to stay out of the lists as well.
        write_content(revision, {"is_unlisted": True})
    log(instance=page, action="editorial.unlist")
