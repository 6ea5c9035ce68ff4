"""Films whose “where to watch” was not checked for long, asked of the stored facts themselves.

A film keeps its facts as a list of blocks; both databases can look into it, so no film has to be
read to be counted.
"""

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

# Whether a block with places was last checked before a day, or never. The day is in ISO form: so
# written, words sort as days do. Whatever is no list has no blocks: a field once saved empty is "".
IN_SQLITE = """EXISTS (
    SELECT 1 FROM json_each(
        CASE json_type(films_filmpage.facts) WHEN 'array' THEN films_filmpage.facts ELSE '[]' END
    ) AS block
    WHERE json_extract(block.value, '$.type') = 'watch'
    AND json_array_length(block.value, '$.value.items') > 0
    AND coalesce(json_extract(block.value, '$.value.checked_on'), '') < %s
)"""
IN_POSTGRESQL = """EXISTS (
    SELECT 1 FROM jsonb_array_elements(
        CASE jsonb_typeof(films_filmpage.facts) WHEN 'array' THEN films_filmpage.facts
        ELSE '[]'::jsonb END
    ) AS block
    WHERE block ->> 'type' = 'watch'
    AND jsonb_array_length(block #> '{value,items}') > 0
    AND coalesce(block #>> '{value,checked_on}', '') < %s
)"""


def not_checked_since(films, day):
    """Return those of `films` with a list of places that was last checked before `day`, or never.

    films: a FilmQuerySet. A list without any place has nothing that could go stale.
    """
    sql = IN_POSTGRESQL if connection.vendor == "postgresql" else IN_SQLITE
    return films.filter(RawSQL(sql, [day.isoformat()], output_field=BooleanField()))  # noqa: S611


def checked_days(film):
    """Return when each of the film's lists of places was last checked, as ISO days, "" for never.

    The facts are read as they are stored: nothing that they name is fetched.
    """
    return [
        block["value"].get("checked_on") or ""
        for block in film.facts.raw_data
        if block["type"] == "watch" and block["value"].get("items")
    ]
