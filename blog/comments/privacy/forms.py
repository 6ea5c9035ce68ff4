"""The few fields of the pages on which readers look after what is theirs."""

from django import forms

from ..forms import CommentForm
from ..models import Comment
from .erasing import Text

MAIL_FIELD = "notify-"


class AddressForm(forms.Form):
    """An address that is asked for; refused in the words of the comment form."""

    user = None
    email = forms.CharField(required=False, strip=False)

    clean_email = CommentForm.clean_email


class NameForm(forms.Form):
    """Another name; refused in the words of the comment form."""

    user = None
    name = forms.CharField(required=False, strip=False)

    clean_name = CommentForm.clean_name


class EraseForm(forms.Form):
    """What becomes of the words. Nothing is chosen for anybody."""

    text = forms.ChoiceField(choices=[(value, value) for value in Text])


def read_mail_choices(data, comments):
    """Return {comment id: wish} of the posted choices that make sense, of these comments alone."""
    choices = {comment.pk: data.get(f"{MAIL_FIELD}{comment.pk}") for comment in comments}
    return {pk: wish for pk, wish in choices.items() if wish in Comment.Notify.values}
