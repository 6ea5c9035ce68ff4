"""Site settings and menus: rows that every page reads."""

import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from blog.lib.grades import Grade


def time_zone_choices():
    """Return the zones by name, as (name, name) pairs."""
    return [(name, name.replace("_", " ")) for name in sorted(zoneinfo.available_timezones())]


@register_setting(icon="site", order=100)
class SiteSettings(BaseSiteSetting, ClusterableModel):
    """The journal's name and look, its menus and its place in the world's time."""

    name = models.CharField(_("name"), max_length=100, default="Wellspring")
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    grade = models.CharField(
        _("grade"),
        max_length=10,
        choices=Grade,
        default=Grade.STEEL,
        help_text=_("The tint of every page that has none of its own."),
    )
    colophon = models.TextField(
        _("colophon"), blank=True, help_text=_("A sentence or two at the foot of every page.")
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        choices=time_zone_choices,
        default="UTC",
        help_text=_("Dates are printed in it, and it decides in which month an essay stands."),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("tagline"), FieldPanel("colophon")],
            heading=_("The journal"),
        ),
        MultiFieldPanel([FieldPanel("grade"), FieldPanel("time_zone")], heading=_("Look and time")),
        InlinePanel("main_menu", heading=_("Menu at the top"), label=_("Link")),
        InlinePanel("footer_menu", heading=_("Menu at the foot"), label=_("Link")),
        InlinePanel("social_links", heading=_("Also on"), label=_("Profile")),
    ]

    class Meta:
        verbose_name = _("site settings")


class MenuItem(Orderable):
    """A link to a page of the journal or to an address."""

    label = models.CharField(
        _("label"), max_length=60, blank=True, help_text=_("Left empty, it is the page’s title.")
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
    )
    address = models.CharField(
        _("address"),
        max_length=300,
        blank=True,
        help_text=_("For what is not a page: /search/ or https://example.org/"),
    )

    panels = [FieldPanel("label"), FieldPanel("page"), FieldPanel("address")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.label or (self.page.title if self.page else self.address)

    def clean(self):
        super().clean()
        if bool(self.page_id) == bool(self.address):
            raise ValidationError(_("Choose a page or type an address, one of the two."))
        if self.address and not self.address.startswith(("/", "https://", "http://", "mailto:")):
            message = _("Begin the address with / for this site, or with https:// for another.")
            raise ValidationError({"address": message})
        if self.address and not self.label:
            raise ValidationError({"label": _("An address needs a label.")})


class MainMenuItem(MenuItem):
    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="main_menu")


class FooterMenuItem(MenuItem):
    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="footer_menu")


class SocialLink(Orderable):
    """A profile of the journal or its author elsewhere."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="social_links")
    label = models.CharField(_("label"), max_length=60)
    url = models.URLField(_("address"))

    panels = [FieldPanel("label"), FieldPanel("url")]

    def __str__(self):
        return self.label
