"""Tags of languages, as HTML writes them."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

language_tag = RegexValidator(
    r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
    _("Write the language as a tag, such as “fr” or “pt-BR”."),
)
