"""What the owner decides about the desk."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="edit", order=250)
class EditorialSettings(BaseGenericSetting):
    """What stands on everyone's desk."""

    shows_prompt = models.BooleanField(
        _("a question to begin with"),
        default=False,
        help_text=_("Shows one of the questions below on the desk, another one each day."),
    )
    prompts = models.TextField(
        _("questions"),
        blank=True,
        help_text=_("One in a line. Left empty, the journal’s own are asked."),
    )

    panels = [FieldPanel("shows_prompt"), FieldPanel("prompts")]

    class Meta:
        verbose_name = _("editorial settings")
