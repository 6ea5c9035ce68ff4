"""What a page with a schedule of ours adds to Wagtail's own dates."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin


class ScheduledEditingMixin:
    """A page that stays editable while a version of it is scheduled. Mix in before Page.

    Wagtail locks such a page for everyone. The scheduled version stays as it was approved, and
    the editor is told which one goes out.
    """

    def get_lock(self):
        # Past Wagtail's own answer, to the locks that people and reviews put on.
        return super(DraftStateMixin, self).get_lock()


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
