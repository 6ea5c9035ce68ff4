"""What a critic wrote elsewhere."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.lib.links import web_address
from blog.lib.stars import half_star_choices

from . import features, groups
from .fields import LineBlock


class HalfStarsBlock(blocks.ChoiceBlock):
    """A rating of 1 to 10 half stars as an int, or None."""

    # As it stands in a class, Django would call it with the block.
    choices = staticmethod(half_star_choices)

    def normalize(self, value):
        # A forged form may hold anything; what is no number is no rating.
        return int(value) if value and str(value).isdecimal() else None

    def to_python(self, value):
        return self.normalize(value)

    def value_from_form(self, value):
        return self.normalize(value)

    def get_form_state(self, value):
        return str(value or "")


class ReviewValue(blocks.StructValue):
    @property
    def signature(self):
        """Who and where, as one phrase; "" when neither is known."""
        return ", ".join(part for part in (self.get("critic"), self.get("outlet")) if part)

    @property
    def href(self):
        return web_address(self.get("url"))


class ReviewBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(
        features=features.WORDS,
        label=_("Words"),
        help_text=_("Without quotation marks: the page adds them where they belong."),
    )
    critic = LineBlock(required=False, max_length=150, label=_("Critic"))
    outlet = LineBlock(required=False, max_length=150, label=_("Outlet"))
    url = blocks.URLBlock(required=False, label=_("Address"))
    date = blocks.DateBlock(required=False, label=_("Date"))
    half_stars = HalfStarsBlock(required=False, search_index=False, label=_("Their rating"))

    class Meta:
        icon = "openquote"
        label = _("Review elsewhere")
        group = groups.QUOTATION
        template = "quotes/blocks/review.html"
        value_class = ReviewValue
        description = _("What a critic wrote, with outlet, date and link")
        preview_value = {
            "text": _("<p>It stays in the room, and so does whoever watches it.</p>"),
            "critic": _("A critic"),
            "outlet": _("An evening paper"),
            "half_stars": 9,
        }
