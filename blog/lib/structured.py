"""Structured data for search engines: JSON-LD that no title can break out of."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import mark_safe

CONTEXT = "https://schema.org"

# Inside a script element only "<" matters to HTML, but older readers of scripts end a line at the
# two separators; as escapes all of them mean the same to JSON.
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def json_ld_script(data):
    """Return `data`, a dict, as a data script, safe HTML; "" when there is nothing to say.

    Fields without a value are left out. Dates and translated words may stand in `data`.
    """
    data = without_empty(data or {})
    if not data:
        return ""
    text = json.dumps({"@context": CONTEXT, **data}, cls=DjangoJSONEncoder, ensure_ascii=False)
    safe = mark_safe(text.translate(_ESCAPES))  # noqa: S308  no "<" is left in it
    return format_html('<script type="application/ld+json">{}</script>', safe)


def without_empty(data):
    """Return a copy of dicts and lists without None, "", empty lists and bare types."""
    if isinstance(data, dict):
        kept = {key: without_empty(value) for key, value in data.items()}
        kept = {key: value for key, value in kept.items() if not _is_empty(value)}
        return {} if kept.keys() <= {"@type"} else kept
    if isinstance(data, (list, tuple)):
        return [item for item in map(without_empty, data) if not _is_empty(item)]
    return data


def rating_json_ld(half_stars):
    """Return a Rating of 1 to 10 half stars in stars, or None for no rating."""
    if not half_stars:
        return None
    return {"@type": "Rating", "ratingValue": half_stars / 2, "bestRating": 5, "worstRating": 0.5}


def _is_empty(value):
    return value is None or value in ("", [], {})
