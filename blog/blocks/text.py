"""Blocks of words: prose, the scene break, the aside and the spoiler."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from . import features, groups
from .fields import LineBlock
from .richtext.tidy import readable, tidy


class WrittenBlock(blocks.RichTextBlock):
    """Rich text that is tidied when it is saved, and that reads well as plain words."""

    def value_from_form(self, value):
        return super().value_from_form(tidy(value))

    def get_searchable_content(self, value):
        return super().get_searchable_content(RichText(readable(value.source)))


class ProseBlock(WrittenBlock):
    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **{"features": features.PROSE, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Prose")
        group = groups.PROSE
        template = "blocks/blocks/prose.html"
        description = _("Paragraphs, headings and lists")
        preview_value = _(
            "<h2>The room</h2><p>There is one room, and nowhere else to look. For a while I kept "
            "waiting for the film to step <i>outside</i> and get some air.</p>"
        )


class SceneBreakBlock(blocks.StaticBlock):
    class Meta:
        icon = "minus"
        label = _("Scene break")
        group = groups.PROSE
        template = "blocks/blocks/scene_break.html"
        description = _("A pause between two scenes, instead of empty lines")
        admin_text = _("A pause, drawn as three dots.")
        preview_value = None


class AsideBlock(blocks.StructBlock):
    title = LineBlock(required=False, max_length=100, label=_("Title"))
    text = WrittenBlock(
        features=features.NOTE,
        label=_("Text"),
        help_text=_("One thought, best under 45 words."),
    )
    tone = blocks.ChoiceBlock(
        choices=[("plain", _("Plain")), ("light", _("Light"))],
        default="plain",
        search_index=False,
        label=_("Tone"),
        help_text=_("Light suits a joke, such as the plot badly explained."),
    )

    class Meta:
        icon = "info-circle"
        label = _("Aside")
        group = groups.MORE
        template = "blocks/blocks/aside.html"
        description = _("One thought in the margin, beside the essay")
        preview_value = {
            "title": "",
            "text": _("<p>He had sat in the circle himself before he brought a camera.</p>"),
            "tone": "plain",
        }


class SpoilerBlock(blocks.StructBlock):
    label = LineBlock(
        max_length=120,
        label=_("What is behind it"),
        help_text=_("Name what is hidden, not that it is hidden: “How the film ends”."),
    )
    body = WrittenBlock(features=features.PASSAGE, label=_("Hidden text"))

    class Meta:
        icon = "view"
        label = _("Spoiler")
        group = groups.MORE
        template = "blocks/blocks/spoiler.html"
        description = _("Text that stays closed until the reader opens it")
        preview_value = {
            "label": _("How the film ends"),
            "body": _("<p>The chairs are empty, and the door is open.</p>"),
        }

    def get_searchable_content(self, value):
        """Return the label alone: what is hidden may not surface in search or excerpts."""
        return [value["label"]] if value.get("label") else []
