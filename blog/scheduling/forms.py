"""Forms in which people write times by the clock of a zone that they choose."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import ZonedDateTimeField, ZoneField, current_zone_name, name_instant

ZONE = "schedule_zone"


class ZonedTimesMixin(forms.Form):
    """A form with `ZonedDateTimeField`s that share one select of the zone. Mix in first.

    A doubled time is asked about once: the field `<name>_which` stands in the form only where a
    time needs it, and its answer holds for that time alone.
    """

    schedule_zone = ZoneField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.zone = self._get_zone()
        for name in self.zoned_names:
            self._settle_zone_of(name)

    @property
    def zoned_names(self):
        """The names of the fields that are read by the clock of the zone."""
        return [
            name for name, field in self.fields.items() if isinstance(field, ZonedDateTimeField)
        ]

    def _get_zone(self):
        """Return the ZoneInfo that was chosen, else the person's own, and select it."""
        field = self.fields[ZONE]
        self.initial.setdefault(ZONE, field.initial or current_zone_name())
        chosen = self.data.get(self.add_prefix(ZONE)) if self.is_bound else None
        try:
            return field.clean(chosen or self.initial[ZONE])
        except forms.ValidationError:
            return field.clean(current_zone_name())

    def _settle_zone_of(self, name):
        """Have a field read by our clock, and ask which of two where its time comes twice."""
        field, which = self.fields[name], f"{name}_which"
        field.zone = self.zone
        written = self[name].data if self.is_bound else self.get_initial_for_field(field, name)
        choices = field.doubled_choices(written) if written else []
        if not choices:
            self.fields.pop(which, None)
            return
        asked = self.fields.setdefault(which, WhichField())
        asked.choices = choices
        asked.label = _("Which of the two?")
        if self.is_bound:
            field.answer = self.data.get(self.add_prefix(which)) or ""
        else:
            field.answer = self.initial[which] = name_instant(written)

    def clean_schedule_zone(self):
        """Return the chosen ZoneInfo, the person's own where none was sent."""
        return self.cleaned_data[ZONE] or self.zone


class WhichField(forms.ChoiceField):
    """The question which of two equal clock times is meant."""

    def __init__(self, **kwargs):
        super().__init__(required=False, widget=forms.RadioSelect, **kwargs)
        # An answer to an earlier time is no error: the time itself asks again.
        self.error_messages["invalid_choice"] = _("Choose which of the two you mean.")

    def valid_value(self, value):
        return True

    def has_changed(self, initial, data):
        return False  # the instants are compared
