"""What a page with a schedule of ours adds to Wagtail's own dates."""

from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.locks import BasicLock, ScheduledForPublishLock
from wagtail.models import Revision

from .page_form import ScheduledPageForm
from .panels import schedule_panels


class ScheduledEditingMixin:
    """A page that stays editable while a version of it is scheduled. Mix in before Page.

    Wagtail locks such a page for everyone. The scheduled version stays as it was approved, and
    the editor is told which one goes out. A page type with an editor of its own lays
    `schedule_panels` out in it.
    """

    base_form_class = ScheduledPageForm
    settings_panels = schedule_panels

    @property
    def status_string(self):
        if self.live:
            return super().status_string
        if self.approved_schedule:
            return gettext("scheduled")
        if self.go_live_at and not self.expired:
            return gettext("planned, not scheduled")
        return super().status_string

    def save_revision(self, *args, overwrite_revision=None, **kwargs):
        """Keep the words that were approved: what saves itself begins a new version after them.

        Wagtail's autosave would write over the version that is scheduled and forget its schedule.
        """
        with transaction.atomic():
            if overwrite_revision and self._is_settled(overwrite_revision):
                overwrite_revision = None
            return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    def _is_settled(self, revision):
        """Return whether the newest version is scheduled or what readers see, and lock its row."""
        if revision.pk != self.latest_revision_id:
            return False  # Wagtail refuses it
        # Locked whatever it says: of one who approves it meanwhile we wait for the commit.
        row = Revision.objects.select_for_update().filter(pk=revision.pk)
        approved = row.values_list("approved_go_live_at", flat=True).first()
        return approved is not None or revision.pk == self.live_revision_id

    def get_lock(self):
        lock = super().get_lock()
        if not isinstance(lock, ScheduledForPublishLock):
            return lock
        # It stood before the locks that people and reviews put on: these hold all the same.
        if self.locked:
            return BasicLock(self)
        task = self.current_workflow_task
        return task.lock_class(self, task) if task else None


class ListingMixin(models.Model):
    """A page that may end by leaving the lists alone, and that an update may bring to the top."""

    class End(models.TextChoices):
        UNPUBLISHED = "unpublished", _("It is taken down: its address leads nowhere")
        UNLISTED = "unlisted", _("It leaves the lists: who has the address still reads it")

    expires_to = models.CharField(
        _("when its time is over"), max_length=11, choices=End.choices, default=End.UNPUBLISHED
    )
    is_unlisted = models.BooleanField(
        _("unlisted"),
        default=False,
        help_text=_("In no list, feed or search; whoever has the address can read it."),
    )
    returns_to_top = models.BooleanField(
        _("show the update as new"),
        default=False,
        help_text=_("The date becomes that of the update, and lists and feeds begin with it."),
    )

    class Meta:
        abstract = True

    def serve(self, request, *args, **kwargs):
        """Keep search engines away from what stands in no list."""
        response = super().serve(request, *args, **kwargs)
        if self.is_unlisted:
            response["X-Robots-Tag"] = "noindex"
        return response
