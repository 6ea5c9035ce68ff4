"""What the quotation blocks know about themselves."""

from wagtail import blocks

from blog.blocks.addresses import web_address

from .provenance import AttributionMixin


class QuotationValue(AttributionMixin, blocks.StructValue):
    def get_part(self, name):
        return self.get(name)


class ReviewValue(blocks.StructValue):
    @property
    def signature(self):
        """Who and where, as one phrase; "" when neither is known."""
        return ", ".join(part for part in (self.get("critic"), self.get("outlet")) if part)

    @property
    def href(self):
        return web_address(self.get("url"))
