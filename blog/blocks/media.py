"""Blocks of pictures and trailers."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images import get_image_model

from blog.lib.embeds import find_embed
from blog.lib.links import web_address

from . import features, groups
from .choosers import DescribedPictureBlock, PictureChooserBlock
from .fields import LineBlock


def sample_image():
    """Return some picture of the library for a preview, or None when there is none yet."""
    return get_image_model().objects.order_by("pk").first()


class PictureBlock(blocks.StructBlock):
    image = DescribedPictureBlock(label=_("Picture"))
    caption = blocks.RichTextBlock(required=False, features=features.CAPTION, label=_("Caption"))
    size = blocks.ChoiceBlock(
        choices=[("column", _("As wide as the text")), ("wide", _("Wide"))],
        default="column",
        search_index=False,
        label=_("Size"),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        group = groups.PICTURE
        template = "blocks/blocks/picture.html"
        description = _("One picture with a caption")

    def get_preview_value(self):
        caption = _("<p>Two ways for light to get in.</p>")
        return self.normalize({"image": sample_image(), "caption": caption, "size": "column"})


class PairBlock(blocks.StructBlock):
    first = DescribedPictureBlock(label=_("First picture"))
    second = DescribedPictureBlock(label=_("Second picture"))
    caption = blocks.RichTextBlock(required=False, features=features.CAPTION, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Pair of pictures")
        group = groups.PICTURE
        template = "blocks/blocks/pair.html"
        description = _("Two pictures side by side under one caption")

    def get_preview_value(self):
        caption = _("<p>The window, and the door.</p>")
        image = sample_image()
        return self.normalize({"first": image, "second": image, "caption": caption})


class TrailerValue(blocks.StructValue):
    """What a click-to-load player needs; each property is "" when it cannot be known."""

    @property
    def embed(self):
        return find_embed(self.get("url"))

    @property
    def embed_url(self):
        """The address of the player, only for hosts on our list."""
        return self.embed.embed_url if self.embed else ""

    @property
    def watch_url(self):
        """The address for people without a script, or who would rather watch it there."""
        return self.embed.watch_url if self.embed else web_address(self.get("url"))

    @property
    def host(self):
        return self.embed.host if self.embed else ""


class TrailerBlock(blocks.StructBlock):
    url = blocks.URLBlock(
        label=_("Address"),
        help_text=_("From YouTube, Vimeo or a PeerTube site. Nothing loads before a click."),
    )
    title = LineBlock(
        required=False, max_length=150, label=_("Title"), help_text=_("“Trailer” if left empty.")
    )
    length = LineBlock(
        required=False, max_length=30, label=_("Length"), help_text=_("Such as “2 min 10”.")
    )
    picture = PictureChooserBlock(required=False, label=_("Picture"))

    class Meta:
        icon = "media"
        label = _("Trailer")
        group = groups.PICTURE
        template = "blocks/blocks/trailer.html"
        value_class = TrailerValue
        description = _("A trailer or clip that loads only when the reader asks")
        preview_value = {
            "url": "https://vimeo.com/76979871",
            "title": _("Trailer"),
            "length": _("2 min 10"),
            "picture": None,
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned.get("url") and not cleaned.embed and not self.is_deferred_validation:
            error = ValidationError(
                _(
                    "This is not the address of a video on YouTube, Vimeo or a PeerTube site. "
                    "Paste the address of the video’s own page."
                )
            )
            raise blocks.StructBlockValidationError({"url": error})
        return cleaned

    def get_context(self, value, parent_context=None):
        """Let the page's security policy know which host a click may load."""
        context = super().get_context(value, parent_context)
        hosts = getattr(context.get("request"), "embed_hosts", None)
        if hosts is not None and value.embed:
            hosts.add(value.embed.frame_host)
        return context
