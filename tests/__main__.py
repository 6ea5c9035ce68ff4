"""Runs the suite on SQLite and on PostgreSQL: python -m tests [--db sqlite|postgres] [PYTEST].

Without PostgreSQL's programs its half is named as skipped; REQUIRE_ALL=1 makes that a failure.
"""

import argparse
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


def main():
    parser = argparse.ArgumentParser(prog="python -m tests", description=__doc__)
    parser.add_argument("--db", choices=("sqlite", "postgres"))
    chosen, arguments = parser.parse_known_args()
    failed = False
    if chosen.db != "postgres":
        failed |= bool(run("SQLite", arguments))
    if chosen.db == "sqlite":
        return failed
    if postgres.find_binaries():
        with postgres.server() as address:
            failed |= bool(run("PostgreSQL", arguments, TEST_DATABASE_URL=address))
    elif os.environ.get("REQUIRE_ALL") == "1" or chosen.db:
        print("FAILED: PostgreSQL is not installed here, and the suite must run on it.")
        failed = True
    else:
        print("SKIPPED: the suite on PostgreSQL, which is not installed here.")
    return failed


if __name__ == "__main__":
    sys.exit(main())
