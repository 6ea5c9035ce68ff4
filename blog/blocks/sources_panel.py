"""The editor's list of what a body cites, as readers will find it and as they will not."""

from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel

from blog.citations.rendering import render_references
from blog.citations.settings import citation_style

from .gather import cited_in
from .references import ReferencesBlock
from .richtext.works import CITED, MODELS, describe_work, record_of


class SourcesPanel(Panel):
    """Shows the references of a body as it was last saved; nothing is typed here.

    stream: the name of the page's StreamField.
    """

    def __init__(self, stream, **kwargs):
        super().__init__(**kwargs)
        self.stream = stream

    def clone_kwargs(self):
        return {**super().clone_kwargs(), "stream": self.stream}

    class BoundPanel(Panel.BoundPanel):
        template_name = "citations/sources_panel.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            stream = getattr(self.instance, self.panel.stream)
            records, problems = read_sources(stream)
            style = citation_style(self.request)
            return context | {
                "entries": render_references(style, records).entries,
                "problems": problems,
                "style": style.upper() if style != "chicago" else _("Chicago"),
            }


def read_sources(stream):
    """Return (records, problems): what is printed under a body, and sentences on what is not."""
    records, problems, ids = [], [], {}
    for kind, pk in cited_in(stream):
        ids.setdefault(kind, set()).add(pk)
    for kind in MODELS:
        works = CITED[kind].fetch(ids[kind]) if kind in ids else {}
        for pk in sorted(ids.get(kind, ())):
            work = works.get(pk)
            if record := record_of(work):
                records.append(record)
            else:
                problems.append(describe_work(kind, work))
    for child in stream:
        if isinstance(child.block, ReferencesBlock):
            records += child.value.records
            films = (row.get("film") for row in child.value.get("items") or ())
            problems += [
                describe_work("film", film) for film in films if film and not record_of(film)
            ]
    return records, problems
