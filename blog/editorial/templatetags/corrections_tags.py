"""Corrections on the pages of readers, and in what those say to machines."""

from django import template

from ..corrections.reading import describe_corrections, get_corrections

register = template.Library()


@register.simple_tag
def corrections_of(page):
    """Return the Corrections that readers are told of, the newest first."""
    return get_corrections(page)


@register.simple_tag
def with_corrections(structures, page):
    """Return the JSON-LD of a page, a list of dicts, of which the first names its corrections."""
    notes = describe_corrections(page)
    if not (structures and notes):
        return structures
    first, *others = structures
    return [first | {"correction": notes}, *others]
