"""Runs the suite on SQLite and on PostgreSQL: python -m tests [--db sqlite|postgres] [PYTEST].

Without PostgreSQL's programs its half is named as skipped; REQUIRE_ALL=1 makes that a failure.
"""

import argparse
import contextlib
import os
import subprocess
import sys

from tests import postgres


def run(name, arguments, **environment):
    """Run pytest once and return its exit code; no test found counts as a failure."""
    print(f"== The suite on {name} ==", flush=True)
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], env=os.environ | environment, check=False
    ).returncode


@contextlib.contextmanager
def migrating_ahead(address):
    """Migrate the database of a PostgreSQL beside what is done meanwhile."""
    settings = {"TEST_DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "blog.settings.test"}
    command = [sys.executable, "-m", "tests.databases"]
    with subprocess.Popen(command, env=os.environ | settings) as process:
        try:
            yield
        except BaseException:
            process.kill()
            raise


def main():
    parser = argparse.ArgumentParser(prog="python -m tests", description=__doc__)
    parser.add_argument("--db", choices=("sqlite", "postgres"))
    chosen, arguments = parser.parse_known_args()
    if chosen.db == "sqlite":
        return bool(run("SQLite", arguments))
    if not postgres.find_binaries():
        failed = False if chosen.db else bool(run("SQLite", arguments))
        return refuse_to_go_without(chosen.db) or failed
    with postgres.server() as address:
        failed = False
        if not chosen.db:
            with migrating_ahead(address):
                failed = bool(run("SQLite", arguments))
        return bool(run("PostgreSQL", arguments, TEST_DATABASE_URL=address)) or failed


def refuse_to_go_without(is_asked_for):
    """Say that PostgreSQL is not here; return whether that is a failure."""
    if os.environ.get("REQUIRE_ALL") == "1" or is_asked_for:
        print("FAILED: PostgreSQL is not installed here, and the suite must run on it.")
        return True
    print("SKIPPED: the suite on PostgreSQL, which is not installed here.")
    return False


if __name__ == "__main__":
    sys.exit(main())
