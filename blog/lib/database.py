"""What a command asks of the database before it works, and its one sentence when that fails."""

import contextlib

from django.core.management import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor


def is_migrated():
    """Tell whether every migration of this program is applied to its database."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


@contextlib.contextmanager
def failing_in_a_sentence():
    """Turn what the database raises into a CommandError, which is printed as one line."""
    try:
        yield
    except DatabaseError as error:
        # PostgreSQL's drivers write several lines.
        reason = " ".join(str(error).split())
        name = connection.settings_dict["NAME"]
        raise CommandError(
            f"The database “{name}” failed ({reason}): see that it runs and that DATABASE_URL "
            "is right; --traceback shows more."
        ) from error


def refuse_unmigrated():
    """Raise CommandError when the database does not answer or lacks a table of this version."""
    with failing_in_a_sentence():
        if not is_migrated():
            raise CommandError("The database is not set up: run “manage.py setup” first.")
