"""Who made a film of the demo and who is in it."""

from blog.films.models import Credit, Person
from blog.lib.names import split_names

CREDIT_KEYS = {"name", "role", "character", "as_themselves", "note"}


def fill_credits(film, table):
    """Put the people of `table` into the film: "directors" is short for rows of "credits"."""
    rows = [
        {"name": name, "role": Credit.Role.DIRECTOR}
        for name in split_names(table.get("directors", ""))
    ]
    film.credits.clear()
    for row in [*rows, *table.get("credits", [])]:
        unknown = row.keys() - CREDIT_KEYS
        if unknown or "name" not in row or row.get("role", "cast") not in Credit.Role.values:
            table.fail("credits", f"has a row that cannot be read: {row}.")
        facts = {key: value for key, value in row.items() if key != "name"}
        person = Person.objects.filter(name=row["name"]).first()
        if person is None:
            person = Person.objects.create(name=row["name"])
        film.credits.add(Credit(person=person, **facts))
