"""The statements of a Wikidata entity, read so that none of them can surprise."""

from .reading import mapping, matched, rows, text

NUMBER = r"Q[1-9]\d{0,11}"


class Claims:
    """The statements about one entity; those that Wikidata calls deprecated do not count."""

    def __init__(self, entity):
        self._claims = mapping(entity.get("claims"))

    def statements(self, number):
        """Return the statements of a property, the preferred ones alone where there are any."""
        found = [row for row in rows(self._claims.get(number)) if row.get("rank") != "deprecated"]
        preferred = [row for row in found if row.get("rank") == "preferred"]
        return preferred or found

    def all_statements(self, number):
        return [row for row in rows(self._claims.get(number)) if row.get("rank") != "deprecated"]

    def values(self, number):
        """Return the values of a property, those that are known."""
        return [value for value in map(value_of, self.statements(number)) if value is not None]

    def items(self, number):
        """Return the numbers of the entities that a property points to, each once."""
        return list(dict.fromkeys(filter(None, map(item_of, self.values(number)))))

    def strings(self, number):
        return [text(value) for value in self.values(number) if text(value)]


def value_of(statement):
    """Return the value of a statement or qualifier; None where it is unknown or there is none."""
    snak = mapping(statement.get("mainsnak", statement))
    if snak.get("snaktype") != "value":
        return None
    return mapping(snak.get("datavalue")).get("value")


def item_of(value):
    return matched(NUMBER, mapping(value).get("id"))


def qualifiers(statement, number):
    """Return the values of a qualifier of a statement."""
    found = rows(mapping(statement.get("qualifiers")).get(number))
    return [value for value in map(value_of, found) if value is not None]


def label_of(entity, languages):
    """Return the entity's name in the first of the languages that has one, else ""."""
    labels = mapping(entity.get("labels"))
    names = (text(mapping(labels.get(code)).get("value")) for code in languages)
    return next(filter(None, names), "")


def any_label(entity):
    """Return the entity's name in whichever language it has one."""
    return label_of(entity, mapping(entity.get("labels")))


def alias_texts(entity, languages):
    """Return what else the entity is called in these languages."""
    aliases = mapping(entity.get("aliases"))
    return [text(row.get("value")) for code in languages for row in rows(aliases.get(code))]
