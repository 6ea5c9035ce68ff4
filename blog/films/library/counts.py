"""How many films each choice of the library's form would leave, in one query for all of them.

A choice of one facet is counted under all the other filters. Ten thousand films are gathered once
for each set of filters, and everything is counted from those rows.
"""

from dataclasses import dataclass, field

from django.core.exceptions import EmptyResultSet
from django.db import connection

from .facets import UNRATED, TermFacet

# The numbers of a film that four facets are counted by.
_COLUMNS = ("pk", "year", "standing__half_stars", "standing__is_seen")
_BY_NUMBERS = {"year", "decade", "rating", "seen"}


@dataclass
class Counts:
    """total: films under all filters. without: {filter: films under all the others}.

    choices: {facet: {value: (name, films)}}.
    """

    total: int = 0
    without: dict = field(default_factory=dict)
    choices: dict = field(default_factory=dict)

    def add(self, facet, value, name, films):
        values = self.choices.setdefault(facet, {})
        values[value] = (name, films + values.get(value, (name, 0))[1])


def count_choices(films, conditions, facets):
    """Return the Counts of `films`, a FilmQuerySet.

    conditions: {name of a filter: condition}, of facets and of whatever else narrows the list.
    """
    bases, base_of = _bases(films, conditions, facets)
    parts = [f"SELECT '{name}', 'total', '', '', COUNT(*) FROM {name}" for name in bases]  # noqa: S608
    for name in {base_of[facet.name] for facet in facets if facet.name in _BY_NUMBERS}:
        parts.append(
            f"SELECT '{name}', CAST(year AS text), CAST(half AS text), CAST(seen AS text), COUNT(*)"  # noqa: S608
            f" FROM {name} GROUP BY year, half, seen"
        )
    parts += [_count_terms(facet, base_of[facet.name]) for facet in facets if _is_term(facet)]
    heads = [
        f"{name}(film, year, half, seen) AS MATERIALIZED ({sql})"
        for name, (sql, _) in bases.items()
    ]
    params = [param for _sql, params in bases.values() for param in params]
    query = f"WITH {', '.join(heads)} {' UNION ALL '.join(parts)}"
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        return _read(cursor.fetchall(), base_of, {facet.name for facet in facets})


def _bases(films, conditions, facets):
    """Return {table: (SQL, parameters)} and {filter or facet: table that it is counted from}."""
    bases = {"base": _select(films, conditions.values())}
    base_of = {facet.name: "base" for facet in facets}
    for name in conditions:
        others = [condition for other, condition in conditions.items() if other != name]
        base_of[name] = f"base_without_{name}"
        bases[base_of[name]] = _select(films, others)
    return bases, base_of


def _select(films, conditions):
    rows = films.order_by().values(*_COLUMNS)
    try:
        return rows.filter(*conditions).query.sql_with_params()
    except EmptyResultSet:  # no film can fit, which Django sees before it asks
        return rows.filter(pk=0).query.sql_with_params()


def _is_term(facet):
    return isinstance(facet, TermFacet)


def _count_terms(facet, base):
    """Return the SQL that counts a facet's terms; every name in it is ours, so none is quoted."""
    meta = facet.through._meta
    film, term = meta.get_field(facet.film).column, meta.get_field(facet.term).column
    if facet.conditions:
        where = " AND ".join(f"{name} = '{value}'" for name, value in facet.conditions.items())
        # A person may stand twice in one film; the index of the conditions gives them in order.
        counted = (
            f"SELECT {term} AS term, COUNT(DISTINCT {film}) AS films FROM {meta.db_table}"  # noqa: S608
            f" WHERE {where} AND {film} IN (SELECT film FROM {base}) GROUP BY {term}"
        )
    else:
        counted = (
            f"SELECT {term} AS term, COUNT(*) AS films FROM {base}"  # noqa: S608
            f" JOIN {meta.db_table} ON {film} = {base}.film GROUP BY {term}"
        )
    return (
        f"SELECT '{facet.name}', slug, name, '', films FROM ({counted}) AS counted"  # noqa: S608
        f" JOIN {facet.model._meta.db_table} AS terms ON terms.id = counted.term"
    )


def _read(rows, base_of, facet_names):
    counts = Counts()
    filter_of = {base: name for name, base in base_of.items() if base != "base"}
    for place, first, second, third, films in rows:
        if first == "total" and (place == "base" or place in filter_of):
            if place == "base":
                counts.total = films
            else:
                counts.without[filter_of[place]] = films
        elif place in facet_names:
            counts.add(place, first, second, films)
        else:
            for facet, value in _values_of(first, second, third):
                if value is not None and base_of.get(facet) == place:
                    counts.add(facet, value, "", films)
    return counts


def _values_of(year, half_stars, seen):
    """Yield (facet, value) for a group of films with the same three numbers, each text or None."""
    yield "year", year
    yield "decade", f"{year[:3]}0" if year else None
    yield "rating", half_stars or UNRATED
    # SQLite says 1, PostgreSQL says true.
    yield "seen", "yes" if seen in ("1", "true") else "no"
