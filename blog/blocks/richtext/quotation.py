"""An inline quotation: somebody's words within a sentence, with where they are from."""

from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from blog.lib.links import web_address

from .marks import line
from .scripts import CSS, scripts

TYPE = "QUOTATION"
LONGEST_SOURCE = 255


class QuotationElementHandler(InlineEntityElementHandler):
    mutability = "MUTABLE"

    def get_attribute_data(self, attrs):
        return {"source": attrs.get("data-source") or "", "url": web_address(attrs.get("cite"))}


def quotation_element(props):
    source, url = line(props.get("source"), LONGEST_SOURCE), props.get("url")
    attributes = {
        "data-source": source,
        "cite": web_address(url) if isinstance(url, str) else "",
    }
    kept = {name: value for name, value in attributes.items() if value}
    return DOM.create_element("q", kept, props["children"])


def register(features):
    features.register_editor_plugin(
        "draftail",
        "quotation",
        EntityFeature(
            {
                "type": TYPE,
                "icon": "quoted-line",
                "description": _("Quotation in the sentence"),
                "attributes": ["source", "url"],
                "allowlist": {},
                "words": {
                    "title": _("Quotation in the sentence"),
                    "text": _("Words, without quotation marks"),
                    "source": _("Source"),
                    "sourceHelp": _(
                        "Printed in brackets after the words. Leave it empty when your sentence "
                        "says who it is."
                    ),
                    "url": _("Address of the source"),
                    "save": _("Save"),
                    "cancel": _("Cancel"),
                },
            },
            js=scripts("quotation"),
            css=CSS,
        ),
    )
    features.register_converter_rule(
        "contentstate",
        "quotation",
        {
            "from_database_format": {"q": QuotationElementHandler(TYPE)},
            "to_database_format": {"entity_decorators": {TYPE: quotation_element}},
        },
    )
