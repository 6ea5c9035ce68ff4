"""Dates and times that people write by the clock of a zone, read as instants."""

import zoneinfo
from datetime import UTC, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blog.lib.zones import DoubledTimeError, NonexistentTimeError, get_site_zone, to_instant

from .wording import offset_in_words, when_in_words

SHOWN_LENGTH = 40
# Far enough for any plan, and so far from the ends of the calendar that each zone can name it.
FIRST_YEAR, LAST_YEAR = 1900, 2199


class ZonedDateTimeField(forms.DateTimeField):
    """A date and a time by the clock of `zone`, cleaned to an aware datetime in UTC.

    zone: set by the form for every request; else the one that is active.
    answer: which instant of a doubled time is meant, as `doubled_choices()` names it.
    """

    zone = None
    answer = ""

    def get_zone(self):
        return self.zone or timezone.get_current_timezone()

    def prepare_value(self, value):
        if isinstance(value, datetime) and timezone.is_aware(value):
            return value.astimezone(self.get_zone()).replace(tzinfo=None)
        return value

    def to_python(self, value):
        if value in self.empty_values:
            return None
        read = value if isinstance(value, datetime) else self.read(str(value))
        try:
            instant = self.place(read) if timezone.is_naive(read) else read
            instant = instant.astimezone(UTC)
        except OverflowError as error:
            raise self.not_understood(value) from error
        if not FIRST_YEAR <= instant.year <= LAST_YEAR:
            message = _("Choose a year between %(first)s and %(last)s.")
            words = {"first": FIRST_YEAR, "last": LAST_YEAR}
            raise ValidationError(message % words, code="far_off")
        return instant

    def read(self, text):
        """Return the datetime that somebody wrote, naive unless it names its offset itself."""
        if len(text) > SHOWN_LENGTH:  # the parser would read a date from the first digits
            raise self.not_understood(text)
        try:
            read = parse_datetime(text.strip())
        except ValueError as error:
            raise self.not_understood(text) from error
        if read is not None:
            return read
        try:
            return super(forms.DateTimeField, self).to_python(text)
        except ValidationError as error:
            raise self.not_understood(text) from error

    def place(self, naive):
        """Return the instant of a local time in our zone; refuse one that there is not."""
        try:
            return to_instant(naive, self.get_zone())
        except NonexistentTimeError as error:
            raise ValidationError(gap_in_words(naive, error), code="nonexistent") from error
        except DoubledTimeError as error:
            for instant in (error.first, error.second):
                if name_instant(instant) == self.answer:
                    return instant
            raise ValidationError(doubled_in_words(naive, error), code="doubled") from error

    def doubled_choices(self, value):
        """Return the two instants of a doubled time as (name, words); else an empty list.

        value: what somebody wrote, or an aware datetime.
        """
        try:
            naive = self.prepare_value(value if isinstance(value, datetime) else self.read(value))
            if timezone.is_naive(naive):
                to_instant(naive, self.get_zone())
        except DoubledTimeError as error:
            return [
                (name_instant(one), choice_in_words(one)) for one in (error.first, error.second)
            ]
        except (ValidationError, OverflowError, ValueError):
            pass
        return []

    def not_understood(self, text):
        """Return the error that says what was found and what to write."""
        shown = "".join(
            sign for sign in str(text)[: SHOWN_LENGTH + 1] if sign.isprintable()
        ).strip()
        shown = shown if len(shown) <= SHOWN_LENGTH else f"{shown[:SHOWN_LENGTH]}…"
        message = _("“%(text)s” is no date with a time. Write it as 2027-03-08 09:00.")
        return ValidationError(message % {"text": shown}, code="invalid")


class ZoneField(forms.TypedChoiceField):
    """A choice among all zones, cleaned to a ZoneInfo: one's own and the journal's come first."""

    def __init__(self, **kwargs):
        kwargs = {
            "label": gettext_lazy("Time zone"),
            "required": False,
            "choices": zone_choices,
            "coerce": zoneinfo.ZoneInfo,
            "empty_value": None,
        } | kwargs
        super().__init__(**kwargs)
        self.error_messages["invalid_choice"] = gettext_lazy("Choose a time zone from the list.")

    def prepare_value(self, value):
        return getattr(value, "key", value)

    def has_changed(self, initial, data):
        return False  # the instants are compared; by whose clock they were written changes nothing


def zone_choices():
    """Return all zones as choices of a select, in two groups."""
    first = dict.fromkeys((current_zone_name(), get_site_zone().key, "UTC"))
    rest = [name for name in sorted(zoneinfo.available_timezones()) if name not in first]
    return [
        (_("Yours and the journal’s"), [(name, name.replace("_", " ")) for name in first]),
        (_("All others"), [(name, name.replace("_", " ")) for name in rest]),
    ]


def current_zone_name():
    """Return the name of the active zone: in the admin, that of the person."""
    return getattr(timezone.get_current_timezone(), "key", "UTC")


def name_instant(instant):
    """Return what stands for an instant in a form: "2027-10-31T00:30Z"."""
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def choice_in_words(instant):
    """Return one of two equal clock times, told apart by what the clocks do."""
    words = {"time": f"{instant:%H:%M}", "offset": offset_in_words(instant)}
    if instant.fold:
        return _("%(time)s after the clocks go back (%(offset)s)") % words
    return _("%(time)s before the clocks go back (%(offset)s)") % words


def gap_in_words(naive, error):
    """Return why a local time cannot be, with the nearest ones that can."""
    zone = error.after.tzinfo
    message = _(
        "There is no %(time)s on that day in %(zone)s: the clocks are set forward over it. "
        "The nearest times are %(before)s and %(after)s."
    )
    return message % {
        "time": f"{naive:%H:%M}",
        "zone": zone.key.replace("_", " "),
        "before": when_in_words(error.before, zone, with_zone=False),
        "after": when_in_words(error.after, zone, with_zone=False),
    }


def doubled_in_words(naive, error):
    """Return the question which of two equal local times is meant."""
    zone = error.first.tzinfo
    message = _(
        "%(time)s comes twice on that day in %(zone)s, because the clocks are set back. "
        "Choose which of the two you mean."
    )
    return message % {"time": f"{naive:%H:%M}", "zone": zone.key.replace("_", " ")}
