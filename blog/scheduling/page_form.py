"""The editor's form of a page with dates: by whose clock they are, and which cannot be."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateTimeInput

from blog.lib.slug_form import SlugForm

from .fields import ZonedDateTimeField
from .forms import WhichField, ZonedTimesMixin
from .wording import when_in_words

DIALOG = "#schedule-publishing-dialog"


def date_input():
    """Return the widget of a date that stands in the schedule's dialog."""
    # The dialog tells its own button of errors through this target.
    attrs = {"data-w-dialog-target": "notify", "data-schedule-field": ""}
    return AdminDateTimeInput(js_overlay_parent_selector=DIALOG, attrs=attrs)


class ScheduledPageForm(ZonedTimesMixin, SlugForm):
    """A page's form whose two dates are written by the clock of a chosen zone.

    A date that has come since it was written is no error, or the page could not be saved again.
    """

    go_live_at = ZonedDateTimeField(
        label=gettext_lazy("Appears"),
        required=False,
        widget=date_input(),
        help_text=gettext_lazy("Left empty, it appears when you publish it."),
    )
    go_live_at_which = WhichField()
    expire_at = ZonedDateTimeField(
        label=gettext_lazy("Ends"),
        required=False,
        widget=date_input(),
        help_text=gettext_lazy("Left empty, it stays."),
    )
    expire_at_which = WhichField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["schedule_zone"].widget.attrs["data-schedule-field"] = ""
        if "expires_to" in self.fields:
            self.fields["expires_to"].required = False  # without an answer it stays as it was

    def get_field_updates_for_resave(self):
        """Tell a form that saved itself which draft it has before it now.

        Wagtail tells only its own requests; what the person sends would look out of date.
        """
        updates = super().get_field_updates_for_resave()
        if latest := self.instance.latest_revision:
            updates += [
                ("loaded_revision_id", str(latest.pk)),
                ("loaded_revision_created_at", latest.created_at.isoformat()),
            ]
        return updates

    def clean_expires_to(self):
        return self.cleaned_data["expires_to"] or self.instance.expires_to

    def clean(self):
        for name in ("go_live_at", "expire_at"):
            if date := self.cleaned_data.get(name):
                self._settle(name, date)
        self._refuse_end_before_beginning()
        return super().clean()

    def _settle(self, name, date):
        """Refuse a date that is past, unless it only became so since it was written."""
        stored = self.initial.get(name)
        if stored and date == stored.replace(second=0, microsecond=0):
            date = self.cleaned_data[name] = stored  # the field shows no seconds
        if date > timezone.now():
            return
        if date != stored:
            self.add_error(name, self._past(name, date))
        elif name == "expire_at":
            self.cleaned_data[name] = None  # it has done what it could

    def _past(self, name, date):
        words = {"when": when_in_words(date, self.zone)}
        if name == "go_live_at":
            message = _(
                "%(when)s is past. Choose a time that is to come, or leave it empty: "
                "then it appears when you publish it."
            )
        else:
            message = _("%(when)s is past. Choose a time that is to come, or leave it empty.")
        return ValidationError(message % words, code="past")

    def _refuse_end_before_beginning(self):
        begin, end = (self.cleaned_data.get(name) for name in ("go_live_at", "expire_at"))
        if begin and end and end <= begin:
            message = _("It would end before it appears. Choose a time after %(when)s.")
            words = {"when": when_in_words(begin, self.zone)}
            self.add_error("expire_at", ValidationError(message % words, code="too_early"))
