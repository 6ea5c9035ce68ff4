"""The diary's own page; its months and years are routes below it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page


class DiaryIndexPage(Page):
    """What was watched, by month."""

    introduction = models.CharField(_("introduction"), max_length=220, blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    page_description = _("What was watched, by month")

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("diary")
