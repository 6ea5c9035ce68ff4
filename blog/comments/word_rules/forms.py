"""The form of one word rule."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm

from .writing import clean_words


class WordRuleForm(WagtailAdminModelForm):
    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") and "words" in cleaned:
            try:
                cleaned["words"] = clean_words(cleaned["kind"], cleaned["words"])
            except ValidationError as error:
                self.add_error("words", error)
        return cleaned
