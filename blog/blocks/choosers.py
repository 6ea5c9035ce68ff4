"""Choosers that load everything a template prints at once, however often a body uses them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from .visibility import with_privacy


class VisiblePageChooserBlock(blocks.PageChooserBlock):
    """Pages that know whether readers may see them."""

    def bulk_to_python(self, values):
        pages = with_privacy(self.model_class.objects.all())
        pages = pages.in_bulk({value for value in values if value is not None})
        return [pages.get(value) for value in values]

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Page")


class ListedSnippetChooserBlock(SnippetChooserBlock):
    """Snippets with what their lists print: the model's queryset has `for_listing()`."""

    def bulk_to_python(self, values):
        snippets = self.model_class.objects.for_listing()
        snippets = snippets.in_bulk({value for value in values if value is not None})
        return [snippets.get(value) for value in values]
