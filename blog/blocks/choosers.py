"""Choosers that load everything a template prints at once, however often a body uses them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from .gather import GatheredChooserMixin
from .visibility import with_privacy


class PictureChooserBlock(GatheredChooserMixin, ImageChooserBlock):
    """A picture of the library."""

    def fetch(self, ids):
        return self.model_class.objects.in_bulk(ids)


class DescribedPictureBlock(ImageBlock):
    """A picture with what it says here, or the mark that it only decorates."""

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        chooser = PictureChooserBlock(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser


class VisiblePageChooserBlock(GatheredChooserMixin, blocks.PageChooserBlock):
    """Pages that know whether readers may see them."""

    def fetch(self, ids):
        return with_privacy(self.model_class.objects.all()).in_bulk(ids)

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Page")


class ListedSnippetChooserBlock(GatheredChooserMixin, SnippetChooserBlock):
    """Snippets with what their lists print: the model's queryset has `for_listing()`."""

    def fetch(self, ids):
        return self.model_class.objects.for_listing().in_bulk(ids)
