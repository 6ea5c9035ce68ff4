"""What moderators type."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..writing import LONGEST_BODY


class MaskForm(forms.Form):
    """A passage of a comment, as it is written there."""

    passage = forms.CharField(label=_("Passage"), max_length=LONGEST_BODY)

    def clean_passage(self):
        # Browsers send line ends as two characters.
        return self.cleaned_data["passage"].replace("\r\n", "\n")
