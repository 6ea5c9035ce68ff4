"""The test database, migrated once: later processes and runs copy it instead of migrating again."""

import contextlib
import fcntl
import hashlib
import shutil
from pathlib import Path

import django
import psycopg
from django.conf import settings
from django.db import connection, connections
from django.test.utils import setup_databases

FOLDER = settings.BASE_DIR / ".pytest_cache"
POSTGRES_TEMPLATE = "wellspring_template"


def set_up(verbosity):
    """Make the test database of this process, from a template where there is one."""
    FOLDER.mkdir(exist_ok=True)
    with (FOLDER / f"{connection.vendor}.lock").open("w") as lock:
        # Of several processes the first one migrates, and the others copy what it made.
        fcntl.flock(lock, fcntl.LOCK_EX)
        copy, keep = (
            (copy_file, keep_file) if connection.vendor == "sqlite" else (copy_rows, keep_rows)
        )
        is_copied = copy()
        # With a copy this only finds that no migration is missing.
        setup_databases(verbosity, interactive=False, keepdb=is_copied)
        if not is_copied:
            keep()


def digest():
    """Return what the schema depends on, in short: the migrations and the packages' versions."""
    sources = [*settings.BASE_DIR.glob("requirements/*.txt")]
    for root in ("blog", "home"):
        sources += settings.BASE_DIR.glob(f"{root}/**/migrations/*.py")
    state = hashlib.sha256()
    for path in sorted(sources):
        state.update(str(path).encode() + path.read_bytes())
    return state.hexdigest()[:16]


def template_file():
    return FOLDER / f"database-{digest()}.sqlite3"


def copy_file():
    """Copy the template to this process's database; return whether there was one."""
    if not template_file().exists():
        return False
    shutil.copyfile(template_file(), test_name())
    return True


def keep_file():
    """Keep the migrated database of this process as the template."""
    for old in FOLDER.glob("database-*.sqlite3"):
        old.unlink()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections.close_all()
    shutil.copyfile(test_name(), template_file())


def test_name():
    return Path(settings.DATABASES["default"]["TEST"]["NAME"])


@contextlib.contextmanager
def server():
    """Give a connection to the server's own database, outside of any transaction."""
    values = {**settings.DATABASES["default"]}
    with psycopg.connect(
        host=values["HOST"],
        port=values["PORT"],
        user=values["USER"],
        password=values["PASSWORD"],
        dbname="template1",
        autocommit=True,
    ) as link:
        yield link


def postgres_name():
    values = settings.DATABASES["default"]
    return values.get("TEST", {}).get("NAME") or f"test_{values['NAME']}"


def copy_rows():
    """Make this process's database from the template; return whether there was one."""
    with server() as link:
        found = link.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [POSTGRES_TEMPLATE]
        ).fetchone()
        if found:
            link.execute(f'CREATE DATABASE "{postgres_name()}" TEMPLATE "{POSTGRES_TEMPLATE}"')
    return bool(found)


def keep_rows():
    """Keep the migrated database of this process as the template."""
    name = connection.settings_dict["NAME"]
    connections.close_all()
    with server() as link:
        link.execute(f'CREATE DATABASE "{POSTGRES_TEMPLATE}" TEMPLATE "{name}"')


def make_template_ahead():
    """Leave the template on a PostgreSQL and nothing else, for tests that begin later."""
    name = postgres_name()  # which then becomes that of the settings
    set_up(verbosity=0)
    connections.close_all()
    with server() as link:
        link.execute(f'DROP DATABASE "{name}"')


if __name__ == "__main__":
    django.setup()
    make_template_ahead()
