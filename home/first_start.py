"""Everything between an empty folder and a journal that can be served; harmless when repeated."""

import contextlib
import fcntl
import hashlib
import importlib.metadata
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils.crypto import get_random_string

from blog.accounts.actions import make_owner
from blog.accounts.models import User
from blog.lib.database import is_migrated

from .models import HomePage
from .setup import lay_out_journal

OWNER = "owner@example.org"
# Any number that no other program takes on this database.
LOCK_NUMBER = 72_381_904
# Packages that bring styles and scripts for the admin.
STATIC_PACKAGES = ("wagtail", "django", "django-axes")


def set_up(write, *, demo=True):
    """Bring database, pages, files and the owner's account to where this program needs them.

    write: takes the lines for the person who starts it. demo: whether an empty journal gets the
    demo journal; one that holds pages never does.
    """
    with only_one():
        # A start that was cut short is gone on with, not taken for a journal of its own.
        unfinished = settings.DATA_DIR / "first-start-unfinished"
        if not is_migrated():
            write("Preparing the database …")
            call_command("migrate", interactive=False, verbosity=0)
        if not HomePage.objects.exists():
            unfinished.touch()
        lay_out_journal()
        collect_static(write)
        if unfinished.exists():
            if demo:
                write("Loading the demo journal …")
                call_command("demo")
            unfinished.unlink()
        if not User.objects.filter(is_superuser=True).exists():
            add_owner(write)


def add_owner(write):
    """Make the owner's account and tell how to sign in, once."""
    password = settings.DEMO_PASSWORD or get_random_string(16)
    make_owner(OWNER, password)
    shown = "the password you chose" if settings.DEMO_PASSWORD else password
    write(f"Sign in at {settings.SITE_URL}/admin/ as {OWNER} with {shown}")


@contextlib.contextmanager
def only_one():
    """Hold a lock, so that of two starts at once the second waits and finds all done."""
    with (settings.DATA_DIR / "setup.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        # Another machine shares the database and not the folder.
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK_NUMBER])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK_NUMBER])


def collect_static(write):
    """Gather styles and scripts to be served, when they or the packages have changed."""
    stamp = settings.STATIC_ROOT / ".collected-from"
    current = static_state()
    if stamp.is_file() and stamp.read_text() == current:
        return
    write("Gathering styles and scripts …")
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(current)


def static_state():
    """Return a digest of everything that the gathered files are made from."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for package in STATIC_PACKAGES:
        digest.update(f"{package} {importlib.metadata.version(package)}\n".encode())
    sources = [Path(__file__).with_name("finders.py")]
    for folder in settings.STATICFILES_DIRS:
        sources += sorted(path for path in Path(folder).rglob("*") if path.is_file())
    for path in sources:
        state = path.stat()
        digest.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()
