"""How a correction is published, and the words of a note."""

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from ..models import Correction

LONGEST = Correction._meta.get_field("text").max_length


class NoteField(forms.CharField):
    """One paragraph: blanks and line breaks become single spaces."""

    def __init__(self, **options):
        options.setdefault("label", _("What was corrected"))
        options.setdefault("widget", forms.Textarea(attrs={"rows": 3}))
        super().__init__(max_length=LONGEST, **options)

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class NoteForm(forms.Form):
    """The words of one note."""

    text = NoteField()


class CorrectionForm(forms.Form):
    """Whether readers are told, and what."""

    SILENT, NOTED = "silent", "noted"

    manner = forms.ChoiceField(
        label=_("What readers are told"),
        widget=forms.RadioSelect,
        choices=[
            (SILENT, _("Nothing: a slip of the pen. The page does not say that it was updated.")),
            (NOTED, _("What was wrong, in a dated note under the title.")),
        ],
    )
    text = NoteField(
        required=False, help_text=_("For example: The film is from 2017, not from 2015.")
    )
    # When the version was saved that is looked at: autosave may write it again meanwhile.
    seen_at = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args, may_be_noted, **options):
        super().__init__(*args, **options)
        if not may_be_noted:
            self.fields["manner"].choices = self.fields["manner"].choices[:1]
            del self.fields["text"]

    def clean_seen_at(self):
        try:
            return parse_datetime(self.cleaned_data["seen_at"])
        except ValueError:
            return None

    def clean(self):
        values = super().clean()
        if values.get("manner") == self.SILENT:
            values["text"] = ""
        elif "text" in self.fields and not values.get("text") and "text" not in self.errors:
            self.add_error("text", _("Say what was corrected, or tell readers nothing."))
        return values
