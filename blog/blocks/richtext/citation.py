"""A citation of a film or a book, which the page prints in the site's style."""

from django.apps import apps
from django.urls import reverse_lazy
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import LinkHandler

from .marks import MarkElementHandler, line, mark_element, stored
from .scripts import CSS, scripts
from .works import MODELS, describe_work, work_key

TYPE = "CITATION"
LONGEST_PLACE = 60


class CitationElementHandler(MarkElementHandler):
    def get_attribute_data(self, attrs):
        kind, pk = attrs.get("kind"), attrs.get("id")
        key = work_key(kind, pk)
        work = apps.get_model(MODELS[kind]).objects.filter(pk=pk).first() if key else None
        return {
            "work": key,
            "title": describe_work(kind, work),
            "place": attrs.get("data-place") or "",
            "url": "",
        }


class CitationLinkHandler(LinkHandler):
    """Leaves a mark for `apparatus.py`, which knows the style; by itself it shows nothing."""

    identifier = "citation"

    @classmethod
    def expand_db_attributes(cls, attrs):
        place = escape(stored(attrs.get("data-place")))
        key = work_key(attrs.get("kind"), attrs.get("id"))
        return f'<a data-cites="{key}" data-place="{place}">'

    @classmethod
    def extract_references(cls, attrs):
        if work_key(attrs.get("kind"), attrs.get("id")):
            yield apps.get_model(MODELS[attrs["kind"]]), attrs["id"], "", ""


def citation_element(props):
    kind, _dash, pk = line(props.get("work"), 40).partition("-")
    if not work_key(kind, pk):
        return None
    place = line(props.get("place"), LONGEST_PLACE)
    return mark_element("citation", {"kind": kind, "id": pk, "data-place": place})


def register(features):
    features.register_link_type(CitationLinkHandler)
    features.register_editor_plugin(
        "draftail",
        "citation",
        EntityFeature(
            {
                "type": TYPE,
                "icon": "doc-full",
                "description": _("Citation of a film or a book"),
                "attributes": ["work", "title", "place"],
                "choosers": {
                    "film": reverse_lazy("film_chooser:choose"),
                    "book": reverse_lazy("wagtailsnippetchoosers_citations_book:choose"),
                },
                "words": {
                    "title": _("Citation"),
                    "work": _("What is cited"),
                    "nothing": _("Nothing chosen yet"),
                    "film": _("Choose a film"),
                    "book": _("Choose a book"),
                    "place": _("Where in it"),
                    "placeHelp": _(
                        "A page, such as 12, or a timecode, such as 1:12:40. May be empty."
                    ),
                    "missing": _("Choose a film or a book first."),
                    "save": _("Save"),
                    "cancel": _("Cancel"),
                },
            },
            js=[
                "wagtailadmin/js/modal-workflow.js",
                "wagtailadmin/js/chooser-modal.js",
                *scripts("citation"),
            ],
            css=CSS,
        ),
    )
    features.register_converter_rule(
        "contentstate",
        "citation",
        {
            "from_database_format": {"a[linktype=citation]": CitationElementHandler(TYPE)},
            "to_database_format": {"entity_decorators": {TYPE: citation_element}},
        },
    )
