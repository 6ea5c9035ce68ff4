"""Who made a film of the demo and who is in it."""

from django.core.exceptions import ValidationError

from blog.films.models import Credit
from blog.lib.names import split_names

CREDIT_KEYS = {"name", "role", "character", "as_themselves", "note"}


def fill_credits(film, table, shelf):
    """Put the people of `table` into the film: "directors" is short for rows of "credits"."""
    film.credits.clear()
    for name in split_names(table.get("directors", "")):
        film.credits.add(Credit(person=shelf.person(name), role=Credit.Role.DIRECTOR))
    for number, row in enumerate(table.get("credits", []), start=1):
        film.credits.add(_credit(row, table, f"row {number}", shelf))


def _credit(row, table, where, shelf):
    if not isinstance(row, dict) or row.keys() - CREDIT_KEYS or not row.get("name"):
        known = ", ".join(sorted(CREDIT_KEYS))
        table.fail("credits", f"has a {where} without a name or with other keys than {known}.")
    facts = {key: value for key, value in row.items() if key != "name"}
    credit = Credit(person=shelf.person(row["name"]), **facts)
    try:
        credit.clean_fields(exclude={"film", "person"})
    except ValidationError as error:
        key, problems = next(iter(error.message_dict.items()))
        table.fail("credits", f"has a {where} whose {key} is wrong: {problems[0]} Correct it.")
    return credit
