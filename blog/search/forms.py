"""What a reader may ask for."""

from django import forms
from django.utils.translation import gettext_lazy as _

MAX_QUERY_LENGTH = 200


class SearchForm(forms.Form):
    """A query and, optionally, the kind of thing wanted."""

    q = forms.CharField(
        required=False,
        max_length=MAX_QUERY_LENGTH,
        error_messages={
            "max_length": _("That is too long to search for. Try a few words of it."),
            "null_characters_not_allowed": _("That holds a character that no text here has."),
        },
    )
    kind = forms.ChoiceField(
        required=False,
        choices=[("", _("Everything")), ("post", ""), ("quote", ""), ("film", "")],
    )

    def get_kind(self):
        """Return the kind asked for; anything unknown asks for everything."""
        return self.data.get("kind", "") if "kind" not in self.errors else ""
