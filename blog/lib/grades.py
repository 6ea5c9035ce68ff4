"""The grades: one hue each, by which everything about a film is tinted."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Grade(models.TextChoices):
    """Names of the hues that `static/css/tokens.css` defines; add one line in both places."""

    TUNGSTEN = "tungsten", _("Tungsten (amber)")
    ROSE = "rose", _("Rose")
    VELVET = "velvet", _("Velvet (crimson)")
    VIOLET = "violet", _("Violet")
    STEEL = "steel", _("Steel (blue)")
    TEAL = "teal", _("Teal")
    MOSS = "moss", _("Moss (green)")
    SILVER = "silver", _("Silver")
