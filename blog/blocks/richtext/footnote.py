"""A footnote, whose words are kept in the line where its number stands."""

from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import LinkHandler

from .marks import MarkElementHandler, line, mark_element, stored
from .scripts import CSS, scripts

TYPE = "FOOTNOTE"
LONGEST_NOTE = 2000


class FootnoteElementHandler(MarkElementHandler):
    def get_attribute_data(self, attrs):
        # Wagtail's own link button expects an address in everything that it may stand on.
        return {"note": attrs.get("data-note") or "", "url": ""}


class FootnoteLinkHandler(LinkHandler):
    """Leaves a mark for `apparatus.py`, which alone knows the numbers; alone it shows nothing."""

    identifier = "footnote"

    @classmethod
    def expand_db_attributes(cls, attrs):
        return f'<a data-note="{escape(stored(attrs.get("data-note")))}">'


def footnote_element(props):
    note = line(props.get("note"), LONGEST_NOTE)
    return mark_element("footnote", {"data-note": note}) if note else None


def register(features):
    features.register_link_type(FootnoteLinkHandler)
    features.register_editor_plugin(
        "draftail",
        "footnote",
        EntityFeature(
            {
                "type": TYPE,
                "icon": "footnote",
                "description": _("Footnote"),
                "attributes": ["note"],
                "words": {
                    "title": _("Footnote"),
                    "note": _("Words of the note"),
                    "noteHelp": _(
                        "*Asterisks* make italics, and [words](https://…) a link. The number "
                        "comes by itself."
                    ),
                    "save": _("Save"),
                    "cancel": _("Cancel"),
                },
            },
            js=scripts("footnote"),
            css=CSS,
        ),
    )
    features.register_converter_rule(
        "contentstate",
        "footnote",
        {
            "from_database_format": {"a[linktype=footnote]": FootnoteElementHandler(TYPE)},
            "to_database_format": {"entity_decorators": {TYPE: footnote_element}},
        },
    )
