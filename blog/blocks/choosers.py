"""Page choosers that know, in one query, which pages readers may see."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .visibility import with_privacy


class VisiblePageChooserBlock(blocks.PageChooserBlock):
    def bulk_to_python(self, values):
        pages = with_privacy(self.model_class.objects.all()).in_bulk(
            {value for value in values if value is not None}
        )
        return [pages.get(value) for value in values]

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Page")
