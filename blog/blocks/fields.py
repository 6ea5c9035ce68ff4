"""Fields of blocks that are never None: a draft's empty field prints and indexes as nothing."""

from wagtail import blocks


class LineBlock(blocks.CharBlock):
    """One line of plain words."""

    def normalize(self, value):
        return "" if value is None else value

    def to_python(self, value):
        return self.normalize(value)

    def get_searchable_content(self, value):
        return [str(value)] if value and self.search_index else []

    class Meta:
        default = ""


class LinesBlock(blocks.TextBlock):
    """Several lines of plain words."""

    def normalize(self, value):
        return "" if value is None else value

    def to_python(self, value):
        return self.normalize(value)

    def get_searchable_content(self, value):
        return [str(value)] if value and self.search_index else []

    class Meta:
        default = ""
