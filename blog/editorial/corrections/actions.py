"""Publishing a newer version as a correction, and the notes that readers see of it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from blog.lib.trash import is_in_trash

from ..models import Correction
from ..running.dates import write_content


class CorrectionRefusedError(ValueError):
    """The words are a whole sentence for the person who asked."""


def why_not(page, revision):
    """Return why `revision` cannot be published as a correction of `page`, or "" when it can."""
    if is_in_trash(page) or not page.live:
        return _("Readers do not see the page now, so there is nothing to correct.")
    if revision.pk == page.live_revision_id:
        return _("Readers see this version already.")
    live = page.live_revision
    if live and (revision.created_at, revision.pk) < (live.created_at, live.pk):
        return _("This version is older than the one that readers see.")
    go_live_at = revision.content.get("go_live_at")
    if go_live_at and parse_datetime(go_live_at) > timezone.now():
        return _("This version waits for its date. Empty that in the editor to publish it now.")
    return ""


@transaction.atomic
def publish_correction(page, revision, by, note="", seen_at=None):
    """Publish `revision` of a live page as a correction, and return the page.

    note: what readers are told; without one the correction is silent: neither a note nor a date
    of an update. seen_at: when the version was saved that `by` has looked at.
    Raises PermissionDenied, and CorrectionRefusedError when readers would not see a correction.
    """
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    lock = page.get_lock()
    if not page.permissions_for_user(by).can_publish() or (lock and lock.for_user(by)):
        raise PermissionDenied(_("You may not publish this page."))
    revision = Revision.objects.get(pk=revision.pk)
    if reason := why_not(page, revision):
        raise CorrectionRefusedError(reason)
    if seen_at and revision.created_at != seen_at:
        raise CorrectionRefusedError(_("The version was changed while you looked. Look again."))
    last_published_at = page.last_published_at
    if not note:
        write_content(revision, {"returns_to_top": False})
    revision.publish(user=by)
    page = Page.objects.get(pk=page.pk).specific
    if note:
        write_note(page, note, by)
    else:
        # update(): a save() would be one more version of the page.
        Page.objects.filter(pk=page.pk).update(last_published_at=last_published_at)
        page.last_published_at = last_published_at
        log(instance=page, action="editorial.correct_silently", user=by, revision=revision)
    return page


def write_note(page, text, by):
    """Tell readers of a correction from now on, and return the Correction.

    Raises PermissionDenied when `by` may not publish the page.
    """
    refuse_strangers(page, by)
    correction = Correction.objects.create(
        page=page, text=text, corrected_at=timezone.now(), corrected_by=by
    )
    log(instance=page, action="editorial.correct", user=by)
    return correction


def change_note(correction, text, by):
    """Change the words of a note; its date stays.

    Raises PermissionDenied when `by` may not publish the page.
    """
    page = correction.page.specific
    refuse_strangers(page, by)
    if Correction.objects.filter(pk=correction.pk).update(text=text):
        log(instance=page, action="editorial.change_correction", user=by)


def remove_note(correction, by):
    """Take a note from the page; return whether it was there.

    Raises PermissionDenied when `by` may not publish the page.
    """
    page = correction.page.specific
    refuse_strangers(page, by)
    if not Correction.objects.filter(pk=correction.pk).delete()[0]:
        return False
    log(instance=page, action="editorial.remove_correction", user=by)
    return True


def forget_undone(publication):
    """Drop the notes that were written with a publication which was taken back."""
    Correction.objects.filter(
        page_id=publication.page_id, corrected_at__gte=publication.published_at
    ).delete()


def refuse_strangers(page, user):
    if not page.permissions_for_user(user).can_publish():
        raise PermissionDenied(_("You may not publish this page."))
