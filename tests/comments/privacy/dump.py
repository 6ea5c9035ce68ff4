"""A dump of every row of every table, to search for what may not stand anywhere."""

from django.db import connection

# Which programs write of themselves and of tables, not of people.
OF_THE_DATABASE = ("django_migrations", "django_content_type", "auth_permission")


def find_everywhere(*words):
    """Return (table, row) of every row in the database that holds one of these words, folded."""
    words = [word.casefold() for word in words]
    found = []
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor, include_views=False)
        for table in sorted(set(tables) - set(OF_THE_DATABASE)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            for row in cursor.fetchall():
                text = " ".join(map(_read, row)).casefold()
                found += [(table, row) for word in words if word in text]
    return found


def _read(value):
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode(errors="replace")
    return str(value)
