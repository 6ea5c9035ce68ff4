"""The journal as people run it: `manage.py` in processes of its own, on data of its own."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psycopg
from psycopg import sql

from tests.databases import POSTGRES_TEMPLATE

ROOT = Path(__file__).resolve().parents[2]
# Forty seconds of one core, which a busy machine may give a tenth of itself.
START_SECONDS = 600
STOP_SECONDS = 30
# Names that the tests' own settings have put in the environment, or that the caller may have.
NOT_PASSED_ON = {"SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL", "EMAIL_URL"}
NOT_PASSED_ON |= {"DEMO_PASSWORD", "TRUSTED_PROXIES", "MEDIA_URL_BASE", "SQLITE_SYNCHRONOUS"}


def free_port():
    """Return a port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def environment(data_dir, port, **extra):
    """Return the environment of a journal that keeps everything under `data_dir`."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_PASSED_ON}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "blog.settings.production",
        "DATA_DIR": str(data_dir),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "PYTHONUNBUFFERED": "1",
        **extra,
    }


def own_database(name):
    """Return the environment that names a new database beside the tests' own on PostgreSQL.

    It is a copy of theirs, which is migrated. On SQLite the environment is empty: the database lies
    in DATA_DIR. The cluster of the tests goes away whole.
    """
    address = os.environ.get("TEST_DATABASE_URL")
    if not address:
        return {}
    with psycopg.connect(address, autocommit=True) as connection:
        names = sql.Identifier(name), sql.Identifier(POSTGRES_TEMPLATE)
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
    return {"DATABASE_URL": f"{address.rpartition('/')[0]}/{name}"}


def manage(*arguments, data_dir, port, **extra):
    """Run one command to its end and return what it printed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(data_dir, port, **extra),
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"{arguments[0]}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


@contextlib.contextmanager
def serve(*arguments, data_dir, port, **extra):
    """Run `manage.py serve`; give its address and the file that it prints to, until the end."""
    said = Path(data_dir) / "said.txt"
    command = [sys.executable, "manage.py", "serve", "--port", str(port), *arguments]
    with said.open("w") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(data_dir, port, **extra),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until(lambda: is_answering(address, process, said), START_SECONDS)
        yield address, said
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()


def is_answering(address, process, said):
    assert process.poll() is None, f"serve ended: {said.read_text()}"
    try:
        with urllib.request.urlopen(f"{address}/health/", timeout=5):  # noqa: S310
            return True
    except urllib.error.HTTPError:
        return True  # 503: it answers, the timed work has not begun
    except OSError:
        return False


def wait_until(is_true, seconds, every=0.2):
    """Return what `is_true()` returns as soon as it is something; fail after so many seconds."""
    end = time.monotonic() + seconds
    while not (found := is_true()):
        assert time.monotonic() < end, f"not after {seconds} seconds: {is_true}"
        time.sleep(every)
    return found
