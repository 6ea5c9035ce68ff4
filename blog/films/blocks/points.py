"""Short lines under a title: "For you if …", "Behind the scenes"."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.blocks import groups
from blog.blocks.fields import LineBlock


class PointsValue(blocks.StructValue):
    @property
    def rows(self):
        """The lines that say something."""
        return [line for line in self.get("lines") or () if line and line.strip()]


class PointsBlock(blocks.StructBlock):
    title = LineBlock(
        max_length=150, label=_("Title"), help_text=_("Such as “For you if …” or “On the set”.")
    )
    lines = blocks.ListBlock(LineBlock(max_length=400, label=_("Line")), label=_("Lines"))

    class Meta:
        icon = "list-ul"
        label = _("Points")
        group = groups.FILM
        template = "films/blocks/points.html"
        value_class = PointsValue
        description = _("A few short lines under a title")
        preview_value = {
            "title": _("For you if"),
            "lines": [_("you can sit in a room with people who cry"), _("you like a fixed camera")],
        }
