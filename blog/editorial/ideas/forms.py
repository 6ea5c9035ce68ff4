"""The forms of an idea: the line over the list, and the whole of it."""

from contextlib import suppress
from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from blog.films.diary.forms import FILM_GONE
from blog.films.models import Viewing

from ..models import PostIdea
from .permissions import get_visible_viewings
from .widgets import make_quote_input

LONGEST_LINE = PostIdea._meta.get_field("line").max_length
EVENINGS_OFFERED = 30
# A year with a wrong digit is caught, a plan for somebody's hundredth birthday is not.
FURTHEST = timedelta(days=20 * 366)


class LineField(forms.CharField):
    """One line of plain words, whatever was pasted."""

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class QuickIdeaForm(forms.Form):
    """A line that came to mind."""

    line = LineField(
        label=_("A line that came to mind"),
        max_length=LONGEST_LINE,
        error_messages={"required": _("Write a line, and it is kept.")},
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    def __init__(self, data=None):
        super().__init__(data, auto_id="quick-idea-%s")
        if self.errors:
            self.fields["line"].widget.attrs["aria-describedby"] = "quick-idea-error"


class IdeaForm(WagtailAdminModelForm):
    """An idea with all that it is about."""

    line = LineField(
        label=_("In a line"),
        max_length=LONGEST_LINE,
        help_text=_("It becomes the title of the draft, which you can change there."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["film"].error_messages["invalid_choice"] = FILM_GONE
        self.fields["quote"].widget = make_quote_input()
        self.fields["quote"].error_messages["invalid_choice"] = _(
            "This quotation is not in the commonplace book any more. Choose another."
        )
        chosen = self.data.get("viewing") if self.is_bound else self.instance.viewing_id
        self.fields["viewing"] = EveningField(self.for_user, chosen)

    def clean_planned_on(self):
        day = self.cleaned_data["planned_on"]
        if day is None or "planned_on" not in self.changed_data:
            return day
        today = timezone.localdate()
        if day < today:
            raise forms.ValidationError(_("This day is over. Choose one from today on."))
        if day > today + FURTHEST:
            raise forms.ValidationError(_("This day is more than twenty years away."))
        return day

    def clean(self):
        cleaned = super().clean()
        viewing, film = cleaned.get("viewing"), cleaned.get("film")
        if viewing and film and viewing.film_id != film.pk:
            self.add_error("viewing", _("That evening was with another film."))
        elif viewing and "film" not in self.errors:
            cleaned["film"] = viewing.film
        return cleaned


class EveningField(forms.ModelChoiceField):
    """An evening of the diary of whoever fills the form in; the last ones are offered."""

    def __init__(self, user, chosen):
        """user: None where a form is made for nobody. chosen: str or number that is set already."""
        kept = get_visible_viewings(user) if user else Viewing.objects.none()
        super().__init__(
            kept,
            label=_("Evening"),
            required=False,
            empty_label=_("None"),
            help_text=_("From the diary; for an older one, note the idea at that evening there."),
        )
        # Any evening that is kept is valid; only so many make a list that can be looked through.
        offered = list(kept[:EVENINGS_OFFERED])
        if str(chosen or "") not in {"", *(str(viewing.pk) for viewing in offered)}:
            with suppress(forms.ValidationError):
                offered.append(self.to_python(chosen))
        self.choices = [("", self.empty_label), *((row.pk, str(row)) for row in offered)]
