"""What a whole body needs that no block of it can know."""

from django import template

from blog.citations.settings import citation_style

from ..references import ReferencesBlock
from ..richtext.apparatus import add_apparatus, safe, works_cited
from ..richtext.works import fetch_records

register = template.Library()


@register.tag
def apparatus(parser, token):
    """Number the notes and set the citations of the body within, and list both at its end.

    {% apparatus stream %}…the blocks of the stream…{% endapparatus %}; a second argument is put
    before the ids, for a page that prints two bodies.
    """
    name, *arguments = token.split_contents()
    if len(arguments) not in (1, 2):
        raise template.TemplateSyntaxError(
            f"{name} takes a stream, and a prefix for ids if need be."
        )
    stream, *prefix = map(parser.compile_filter, arguments)
    nodes = parser.parse(["endapparatus"])
    parser.delete_first_token()
    return ApparatusNode(nodes, stream, *prefix)


class ApparatusNode(template.Node):
    def __init__(self, nodelist, stream, prefix=None):
        self.nodelist, self.stream, self.prefix = nodelist, stream, prefix

    def render(self, context):
        stream = self.stream.resolve(context) or []
        prefix = self.prefix.resolve(context) if self.prefix else ""
        with context.push(is_in_body=True):
            html = self.nodelist.render(context)
        blocks = [child.value for child in stream if isinstance(child.block, ReferencesBlock)]
        records = fetch_records(works_cited(html), getattr(stream, "gathered", None))
        further = [record for block in blocks for record in block.records]
        html = add_apparatus(
            html,
            records=records,
            style=citation_style(context.get("request")) if records or further else "apa",
            further=further,
            heading=next((block.get("title") for block in blocks if block.get("title")), ""),
            level=3 if "<h2" in html else 2,
            prefix=prefix or "",
        )
        return safe(html)
