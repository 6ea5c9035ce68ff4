"""The forms of the diary: the editor of an entry, and the short one on the first page."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from blog.lib.stars import MAX_HALF_STARS, MIN_HALF_STARS, stars_label, stars_numeral
from blog.lib.trash import without_trash

from ..models import FilmPage
from ..years import FIRST_YEAR, check_evening
from .permissions import may_read_private_note
from .widgets import FilmInput

FILM_GONE = _("This film is not in the library any more. Choose another.")


class ViewingForm(WagtailAdminModelForm):
    """An entry of the diary; only who may, sees the private note and says whose entry it is."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["film"].error_messages["invalid_choice"] = FILM_GONE
        if user := self.for_user:
            self.hides_note = not may_read_private_note(user, self.instance)
            if self.hides_note:
                self.fields.pop("private_note", None)
            if not user.has_perm("films.change_viewing"):
                self.fields.pop("author", None)

    def clean_author(self):
        author = self.cleaned_data["author"]
        # Whoever the entry belongs to may read the note, so it cannot be handed on unread.
        if self.hides_note and self.instance.private_note and "author" in self.changed_data:
            raise forms.ValidationError(
                _("The entry holds a note that only its author may read, so it stays theirs.")
            )
        return author


def star_radios():
    """Return the choices of a rating, none first: the numeral for eyes, the words for ears."""
    words = '<span aria-hidden="true">{}</span><span class="w-sr-only">{}</span>'
    values = range(MIN_HALF_STARS, MAX_HALF_STARS + 1)
    return [
        ("", _("No stars")),
        *((n, format_html(words, stars_numeral(n), stars_label(n))) for n in values),
    ]


class WatchedForm(forms.Form):
    """What was watched tonight, or another day."""

    OTHER_DAY, UNKNOWN = "day", "unknown"

    film = forms.ModelChoiceField(
        queryset=without_trash(FilmPage.objects.defer_streamfields()),
        label=_("Film"),
        widget=FilmInput(),
        error_messages={"required": _("Choose the film."), "invalid_choice": FILM_GONE},
    )
    when = forms.ChoiceField(label=_("When"), widget=forms.RadioSelect)
    day = forms.DateField(label=_("Which day"), required=False, widget=AdminDateInput())
    half_stars = forms.TypedChoiceField(
        label=_("Rating"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        choices=star_radios,
    )
    is_loved = forms.BooleanField(label=_("Heart"), required=False)
    is_rewatch = forms.TypedChoiceField(
        label=_("Seen before"),
        required=False,
        widget=forms.RadioSelect,
        initial="",
        coerce=lambda value: value == "yes",
        empty_value=None,
        choices=[
            ("", _("As the diary knows")),
            ("yes", pgettext_lazy("seen before", "Yes")),
            ("no", pgettext_lazy("seen before", "No, for the first time")),
        ],
    )
    public_note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=10_000,
        help_text=_("Readers of the diary see it."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    is_private = forms.BooleanField(
        label=_("Private"), required=False, help_text=_("Keep it out of the public diary.")
    )
    key = forms.Field(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, **kwargs):
        today = timezone.localdate()
        kwargs["initial"] = {"key": uuid4(), "when": str(today), **kwargs.get("initial", {})}
        super().__init__(data, auto_id="watched-%s", **kwargs)
        self.fields["when"].choices = self.get_days(today)

    def get_days(self, today):
        """Return the choices of the day, by date: the page may have been open since yesterday."""
        names = {today: _("Tonight"), today - timedelta(days=1): _("Yesterday")}
        sent = read_day(self.data.get("when")) if self.is_bound else None
        if sent and sent <= today and sent.year >= FIRST_YEAR:
            names.setdefault(sent, "")
        days = [
            (str(day), ", ".join(filter(None, [str(name), date_format(day, _("j F"))])))
            for day, name in names.items()
        ]
        return [
            *days,
            (self.OTHER_DAY, _("Another day")),
            (self.UNKNOWN, _("Some day, not known")),
        ]

    def clean_day(self):
        day = self.cleaned_data["day"]
        # What stands in a field that is not asked for is nobody's error.
        if day and self.cleaned_data.get("when") == self.OTHER_DAY:
            check_evening(day)
        return day

    def clean_key(self):
        try:
            return UUID(self.cleaned_data["key"] or "")
        except ValueError:
            return uuid4()  # nobody wrote it, so nobody can put it right: a form of its own

    def clean(self):
        cleaned = super().clean()
        when, day = cleaned.get("when"), cleaned.get("day")
        if when == self.OTHER_DAY and not day and "day" not in self.errors:
            self.add_error("day", _("Write the day, or say that it is not known."))
        cleaned["watched_on"] = day if when == self.OTHER_DAY else read_day(when)
        return cleaned

    def as_fields(self):
        """Return what `note_viewing` takes; after `is_valid()`."""
        taken = ("film", "key", "watched_on", "is_rewatch", *STRAIGHT)
        return {name: self.cleaned_data[name] for name in taken}

    def renew_key(self):
        """Let the words that were sent make an entry of their own when they are sent again."""
        self.data = self.data.copy()
        self.data["key"] = str(uuid4())


STRAIGHT = ("half_stars", "is_loved", "public_note", "is_private")


def read_day(text):
    """Return the date that "2026-11-22" means, or None."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
