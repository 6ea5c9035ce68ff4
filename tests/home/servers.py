"""Real processes of the journal, with data of their own, for the tests of serve and worker."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.databases import template_file
from tests.postgres import free_port

ROOT = Path(__file__).parents[2]
START_SECONDS = 60


def prepare(folder):
    """Fill `folder` with a migrated database, for `setup` to have less to do."""
    shutil.copyfile(template_file(), folder / "journal.sqlite3")


def environment(folder, port=8000):
    """Return the environment of the journal that lives in `folder`."""
    return {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(folder),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "DJANGO_SETTINGS_MODULE": "blog.settings.production",
    }


def manage(folder, *arguments, port=8000, **variables):
    """Run a command of manage.py to its end, with environment `variables`; return the process."""
    return start(folder, ["manage.py", *arguments], port, **variables)


def start(folder, arguments, port=8000, **variables):
    """Run Python with `arguments` to its end; return the process."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(folder, port) | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=START_SECONDS * 2,
    )


@contextlib.contextmanager
def running(folder, *arguments, port=8000):
    """Run a command of manage.py meanwhile; give its process."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(folder, port),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
        process.stdout.close()


def get(port, path):
    """Return the status of a page, or None when nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return None


def wait_for(what, seconds=START_SECONDS):
    """Return the seconds until `what()` was true; fail when it does not come true in time."""
    start = time.monotonic()
    while not what():
        assert time.monotonic() - start < seconds, "it did not come true in time"
        time.sleep(0.1)
    return time.monotonic() - start


def children(process):
    """Return the process numbers of all descendants of the process of this number."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            number, rest = status.parent.name, status.read_text().rpartition(")")[2].split()
            if rest[1] == str(process) and rest[0] != "Z":
                found += [int(number), *children(number)]
    return found


__all__ = ["children", "free_port", "get", "manage", "prepare", "running", "start", "wait_for"]
