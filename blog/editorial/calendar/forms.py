"""What people fill in on the calendar's pages."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from blog.scheduling.fields import ZonedDateTimeField
from blog.scheduling.forms import ZonedTimesMixin

from ..moving.shifting import MOST_DAYS
from .period import FIRST_YEAR, LAST_YEAR


class FilterForm(forms.Form):
    """Which entries are shown; it forgives everything that it does not know."""

    whose = forms.ChoiceField(
        label=_("Whose"), required=False, choices=[("", _("Everybody’s")), ("mine", _("Mine"))]
    )
    what = forms.ChoiceField(
        label=_("What"),
        required=False,
        choices=[("", _("Everything")), ("essays", _("Essays")), ("films", _("Films"))],
    )

    def read(self):
        """Return {"whose": …, "what": …} as `get_entries` takes them."""
        self.is_valid()
        chosen = self.cleaned_data
        return {"whose": chosen.get("whose") or "all", "what": chosen.get("what") or ""}


def refuse_far_off(day):
    """Raise ValidationError for a year of which the calendar shows nothing."""
    if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise forms.ValidationError(
            _("Choose a year between %(first)s and %(last)s."),
            params={"first": FIRST_YEAR, "last": LAST_YEAR},
        )


class MoveForm(ZonedTimesMixin, forms.Form):
    """When something is to happen: day, time and the zone of the clock."""

    at = ZonedDateTimeField(
        label=_("Day and time"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    field_order = ["at", "at_which", "schedule_zone"]

    def clean_at(self):
        instant = self.cleaned_data["at"]
        refuse_far_off(instant)
        if instant <= timezone.now():
            raise forms.ValidationError(_("That time has passed. Choose one in the future."))
        return instant


class DayForm(forms.Form):
    """The day for which an idea is wished."""

    day = forms.DateField(
        label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean_day(self):
        day = self.cleaned_data["day"]
        refuse_far_off(day)
        if day < timezone.localdate():
            raise forms.ValidationError(_("That day has passed. Choose one to come."))
        return day


class ShiftForm(forms.Form):
    """From where on everything moves, and how far."""

    after = forms.DateField(
        label=_("Everything planned after"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("What stands on that day itself stays where it is."),
    )
    days = forms.IntegerField(
        label=_("Days"),
        min_value=-MOST_DAYS,
        max_value=MOST_DAYS,
        help_text=_("So many days later; with a minus, earlier."),
    )

    def clean_after(self):
        refuse_far_off(self.cleaned_data["after"])
        return self.cleaned_data["after"]

    def clean_days(self):
        days = self.cleaned_data["days"]
        if not days:
            raise forms.ValidationError(_("By no day at all, everything stays where it is."))
        return days
