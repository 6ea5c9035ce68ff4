"""The form of a new preview link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import PreviewLink
from .actions import DEFAULT_DAYS, LONGEST_DAYS

SHOWS = [
    ("draft", _("The draft, with every change that is saved")),
    ("version", _("The words as they are now, whatever is changed later")),
]


class LinkForm(forms.Form):
    label = forms.CharField(
        label=_("For whom"),
        required=False,
        max_length=PreviewLink._meta.get_field("label").max_length,
        help_text=_("So that you know later which link is whose. Its readers do not see it."),
    )
    days = forms.IntegerField(
        label=_("Days until it ends"),
        min_value=1,
        max_value=LONGEST_DAYS,
        initial=DEFAULT_DAYS,
        help_text=_("From 1 to %(longest)s. You can end it earlier.") % {"longest": LONGEST_DAYS},
    )
    shows = forms.ChoiceField(
        label=_("What it shows"), choices=SHOWS, initial="draft", widget=forms.RadioSelect
    )
    takes_remarks = forms.BooleanField(
        label=_("Its readers may leave remarks"),
        required=False,
        help_text=_("They appear as comments beside the title in the editor, with their name."),
    )
