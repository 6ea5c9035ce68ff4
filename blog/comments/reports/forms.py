"""What a reader says about somebody else's comment."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Report
from ..writing import LINE_ENDS, UNSTORABLE

LONGEST_TEXT = Report._meta.get_field("text").max_length


class ReportForm(forms.Form):
    """A reason, and words that need not be there."""

    reason = forms.ChoiceField(
        choices=Report.Reason.choices,
        error_messages={
            "required": gettext_lazy("Choose what is wrong with it."),
            "invalid_choice": gettext_lazy("Choose what is wrong with it."),
        },
    )
    text = forms.CharField(required=False)

    def __init__(self, data=None, **kwargs):
        if data is not None:
            data = {name: _make_storable(data.get(name, "")) for name in self.base_fields}
        super().__init__(data, **kwargs)

    def clean_text(self):
        text = self.cleaned_data["text"]
        if len(text) > LONGEST_TEXT:
            raise ValidationError(
                _("This is %(length)s characters long and %(longest)s fit."),
                params={"length": number_format(len(text), force_grouping=True),
                        "longest": number_format(LONGEST_TEXT, force_grouping=True)},
            )  # fmt: skip
        return text


def _make_storable(text):
    return UNSTORABLE.sub("", LINE_ENDS.sub("\n", str(text)))
