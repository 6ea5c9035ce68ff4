"""Notes and references of a whole body: numbered, set and listed at its end.

Everything here is a function of the rendered HTML, of records and of a style. It asks no database
and remembers nothing, so a body may be rendered as often as there are places for it.

What stands behind a curtain stays there: the notes of a spoiler are numbered with all the others
and are listed in the spoiler, and so is a work that is cited nowhere else.
"""

import re
from html import unescape
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.html import format_html, strip_tags
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from blog.citations.rendering import render_references
from blog.lib.links import web_address

from .note_text import render_note

# Where the block of references stands, and the level of its heading.
REFERENCES_HERE = re.compile(r"<!--references ([23])-->")
TOKEN = re.compile(
    r'<a data-note="(?P<note>[^"]*)">(?P<before_note>[^<]*)</a>'
    r'|<a data-cites="(?P<work>[^"]*)" data-place="(?P<place>[^"]*)">(?P<before_cite>[^<]*)</a>'
    r"|<q(?P<quoted>\s[^>]*)?>|(?P<unquoted></q>)"
    r"|<details(?P<opened>[^>]*)>|(?P<closed>(?:</div>\s*)?</details>)"
)
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
# The editor cannot put a mark into a quotation: it cuts the quotation in two.
CUT_QUOTATION = re.compile(
    r"(<q((?:\s[^>]*)?)>)((?:(?!</?q\b).)*)</q>(<a data-[^>]*></a>)<q\2>", re.DOTALL
)
LAST_LETTER = re.compile(r"[^\s(\[“‘«—–/-]$")


class Cite(NamedTuple):
    """A citation as it stands in the text."""

    work: str
    place: str


def works_cited(html):
    """Return the keys of the works that `html` cites, such as "film-12", a set."""
    return {token["work"] for token in TOKEN.finditer(html) if token["work"]}


def add_apparatus(html, *, records, style, further=(), heading="", level=2, prefix=""):
    """Return the HTML of a body with its notes and references.

    html: the blocks as rendered, one after the other. records: {key: record} of the works that
    it cites and readers may see; the others print nothing. style: as `render_references` takes
    it. further: records that are listed without being cited. heading: of the references, "" for
    the usual one. level: of the headings, 2 or 3. prefix: for the ids, when a page has two bodies.
    """
    html = _mend_quotations(html)
    if not (further or TOKEN.search(html)):
        return REFERENCES_HERE.sub("", html)
    return _Apparatus(records, style, list(further), heading, level, prefix).add_to(html)


class _Apparatus:
    def __init__(self, records, style, further, heading, level, prefix):
        self.records, self.further = records, further
        self.heading, self.level, self.prefix = heading, level, prefix
        self.style = style
        self.notes = [[]]  # of the body, and of the spoiler that is open
        self.works = [[]]
        self.number = 0
        self.details = []  # whether each that is open is a spoiler
        self.sources = []

    def add_to(self, html):
        tokens = list(TOKEN.finditer(html))
        cites = [Cite(t["work"], unescape(t["place"])) for t in tokens if t["work"] in self.records]
        records = [*{c.work: self.records[c.work] for c in cites}.values(), *self.further]
        references = render_references(self.style, records, cites)
        self.entries = references.entries
        self.cited = dict(zip(cites, references.cited, strict=True))
        # Outside a spoiler, so listed for everyone.
        self.open_works = {record["id"] for record in self.further} | set(_open_works(tokens))
        done, pieces = 0, []
        for token in tokens:
            pieces.append(html[done : token.start()])
            done = token.end()
            self.replace(token, pieces, html[done : done + 1])
        return self.add_lists("".join([*pieces, html[done:]]))

    def replace(self, token, pieces, following):
        """Append to `pieces` what stands on the page in the place of a token."""
        if token["note"] is not None:
            pieces += [token["before_note"], self.take_note(unescape(token["note"]))]
        elif token["work"] is not None:
            pieces.append(token["before_cite"])
            self.cite(Cite(token["work"], unescape(token["place"])), pieces, following)
        elif token["unquoted"]:
            pieces.append(f"</q>{_source(self.sources.pop()) if self.sources else ''}")
        elif token["opened"] is not None:
            self.open(token, pieces)
        elif token["closed"]:
            self.close(token, pieces)
        else:
            self.quote(token, pieces)

    def take_note(self, words):
        if not words.strip():
            return ""
        self.number += 1
        self.notes[-1].append((self.number, render_note(words)))
        return format_html(
            '<a class="fn" id="{0}fnref{1}" href="#{0}fn{1}" role="doc-noteref">'
            '<span class="vh">{2} </span>{1}</a>',
            self.prefix,
            self.number,
            _("Note"),
        )

    def cite(self, cite, pieces, following):
        before = "".join(pieces[-4:])[-200:]
        if cite not in self.cited:
            # Nothing is printed, and no lonely space before a full stop either.
            if before.endswith(" ") and following in ".,;:!?)":
                pieces[:] = ["".join(pieces).rstrip(" ")]
            return
        if LAST_LETTER.search(strip_tags(before)[-1:]):
            pieces.append(" ")
        self.works[-1].append(cite.work)
        link = '<a class="cited" href="#{}ref-{}" role="doc-biblioref">{}</a>'
        pieces.append(format_html(link, self.prefix, cite.work, self.cited[cite]))

    def quote(self, token, pieces):
        attributes = {k: unescape(v) for k, v in ATTRIBUTE.findall(token["quoted"] or "")}
        self.sources.append(attributes)
        address = web_address(attributes.get("cite"))
        pieces.append(format_html('<q cite="{}">', address) if address else "<q>")

    def open(self, token, pieces):
        is_spoiler = 'class="spoiler"' in token["opened"]
        self.details.append(is_spoiler)
        if is_spoiler:
            self.notes.append([])
            self.works.append([])
        pieces.append(token.group())

    def close(self, token, pieces):
        if self.details and self.details.pop():
            hidden = set(self.works.pop()) - self.open_works
            entries = [entry for entry in self.entries if entry.key in hidden]
            pieces.append(self.render(self.notes.pop(), entries, is_hidden=True))
        pieces.append(token.group())

    def add_lists(self, html):
        """Put the notes before the references where those stand last, else at the end."""
        entries = [entry for entry in self.entries if entry.key in self.open_works]
        here = REFERENCES_HERE.search(html)
        level = int(here[1]) if here else self.level
        references = self.render([], entries, level=level)
        if here and not html[here.end() :].strip():
            return html[: here.start()] + self.render(self.notes[0], []) + references
        if here:
            html = html[: here.start()] + references + html[here.end() :]
            references = ""
        return REFERENCES_HERE.sub("", html) + self.render(self.notes[0], []) + references

    def render(self, notes, entries, *, level=None, is_hidden=False):
        if not notes and not entries:
            return ""
        return render_to_string(
            "citations/apparatus.html",
            {
                "notes": notes,
                "entries": entries,
                "heading": self.heading,
                "level": level or self.level,
                "prefix": self.prefix,
                "is_hidden": is_hidden,
            },
        )


def _open_works(tokens):
    """Yield the keys of the works that are cited outside of every spoiler."""
    spoilers = []
    for token in tokens:
        if token["opened"] is not None:
            spoilers.append('class="spoiler"' in token["opened"])
        elif token["closed"] and spoilers:
            spoilers.pop()
        elif token["work"] and not any(spoilers):
            yield token["work"]


def _mend_quotations(html):
    mended = CUT_QUOTATION.sub(r"\1\3\4", html)
    while mended != html:
        html, mended = mended, CUT_QUOTATION.sub(r"\1\3\4", mended)
    return mended


def _source(attributes):
    """Return the source of an inline quotation in brackets, "" without one."""
    source, address = attributes.get("data-source", "").strip(), web_address(attributes.get("cite"))
    if not source:
        return ""
    if address:
        source = format_html('<a href="{}" rel="noopener">{}</a>', address, source)
    return format_html(" (<cite>{}</cite>)", source)


def safe(html):
    """Return a body that `add_apparatus` has finished as safe: it adds escaped parts alone."""
    return mark_safe(html)  # noqa: S308  rendered by templates and by the functions above
