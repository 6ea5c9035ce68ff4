"""References in the style of the American Psychological Association, seventh edition."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from .addresses import web_address

LISTED_AUTHORS = 20  # a longer list is cut to the first nineteen and the last


class Part(NamedTuple):
    """A run of a reference. style: "" plain, "title" italic, "url" a link."""

    text: str
    style: str = ""

    @property
    def href(self):
        """The address of a part of style "url"."""
        return self.text


def apa_authors(authors):
    """Return "Aldous, G., & McLeary, J." for "Aldous, G.; McLeary, J."; "" for none."""
    names = [name.strip() for name in authors.split(";") if name.strip()]
    if len(names) > LISTED_AUTHORS:
        return f"{', '.join(names[: LISTED_AUTHORS - 1])}, … {names[-1]}"
    if len(names) > 1:
        return f"{', '.join(names[:-1])}, & {names[-1]}"
    return "".join(names)


def apa_parts(*, authors="", role="", year="", title="", kind="", publisher="", url=""):
    """Return a reference as a list of Part, whose texts hold their own spaces and full stops.

    All are plain str, any may be empty. Without an author the title comes first, as the style asks.
    """
    by = apa_authors(authors)
    if by and role:
        by = f"{by} ({role})"
    kind = f"[{kind}]" if kind else ""
    date = Part(f"({year or _('n.d.')}).")
    if by:
        head = [Part(_stopped(by)), date, *_titled(title, kind)]
    else:
        head = [*_titled(title, ""), date, *([Part(_stopped(kind))] if kind else [])]
    if publisher:
        head.append(Part(_stopped(publisher)))
    if address := web_address(url):
        head.append(Part(address, "url"))
    return _spaced(head)


def _titled(title, kind):
    if title and kind:
        return [Part(title, "title"), Part(_stopped(kind))]
    if title:
        # A stop after the italics is roman, but a question mark of the title's own is enough.
        stop = "" if title.endswith((".", "?", "!")) else "."
        return [Part(title, "title"), *([Part(stop)] if stop else [])]
    return [Part(_stopped(kind))] if kind else []


def _stopped(text):
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _spaced(parts):
    """Put a space before every part but the first and a lone full stop."""
    spaced = parts[:1]
    for part in parts[1:]:
        spaced += [part] if part.text == "." else [Part(" "), part]
    return spaced
