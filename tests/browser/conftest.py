"""A browser, and two journals to look at: one seeded by the factories, one as it first starts."""

import fcntl
import json
import os
import re
import shutil
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.databases import template_file

from .servers import free_port, manage, own_database, serve

ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-quic", "--no-first-run"]
PATIENCE = 30_000  # milliseconds: two busy cores

# The pages are the same bytes on every database: only the story is told again on PostgreSQL.
ON_EVERY_DATABASE = {"test_from_signing_in_to_a_scheduled_essay"}

SEED = """
import json
from tests.factories.site import as_plain, build_site
print("SEEDED " + json.dumps(as_plain(build_site())))
"""


expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(config, items):
    if not os.environ.get("TEST_DATABASE_URL"):
        return
    here = Path(__file__).parent
    left_out = [
        item for item in items if here in item.path.parents and item.name not in ON_EVERY_DATABASE
    ]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="module")
def browser(chromium):
    """The system's Chromium, started once a file.

    Its event loop ends with it: in a process that keeps one, Django takes every later test for
    asynchronous code and gives it another connection to the database.
    """
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_context(browser):
    """Make contexts of the browser, closed at the end of the test: open_context(width=390, …)."""
    made = []

    def open_one(width=1280, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(PATIENCE)
        context.set_default_navigation_timeout(PATIENCE)
        made.append(context)
        return context

    yield open_one
    for context in made:
        context.close()


@pytest.fixture(scope="session")
def made_once(tmp_path_factory, worker_id):
    """Make a folder once for all processes of a run: made_once(name, make) -> (folder, facts).

    make: is called with the new folder, and returns a dict of facts about it for JSON.
    """
    shared = tmp_path_factory.getbasetemp()
    shared = shared if worker_id == "master" else shared.parent

    def get(name, make):
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            kept = shared / f"{name}.json"
            if not kept.exists():
                (shared / name).mkdir()
                kept.write_text(json.dumps(make(shared / name)))
        return shared / name, json.loads(kept.read_text())

    return get


@pytest.fixture(scope="session")
def lay_out(django_db_setup, made_once):
    """Fill a folder with an empty journal, as `setup --no-demo` leaves it: lay_out(folder).

    The database is a copy of the tests' own, which is migrated already, where it is SQLite.
    """

    def make(folder):
        if template_file().exists():
            shutil.copyfile(template_file(), folder / "journal.sqlite3")
        manage("setup", "--no-demo", data_dir=folder, port=free_port())
        return {}

    def lay_one_out(folder):
        empty, _facts = made_once("empty", make)
        shutil.copytree(empty, folder, dirs_exist_ok=True)

    return lay_one_out


@pytest.fixture(scope="session")
def seeded_data(lay_out, made_once):
    """Where the seeded journal lies, and what it holds; made once for all processes of a run."""

    def seed(folder):
        lay_out(folder)
        port = free_port()
        printed = manage("shell", "--no-imports", "-c", SEED, data_dir=folder, port=port)
        return json.loads(re.search(r"^SEEDED (.*)$", printed, re.MULTILINE)[1]) | {"port": port}

    return made_once("seeded", seed)


@pytest.fixture(scope="session")
def seeded(seeded_data, chromium):
    """The seeded journal, served: .address, .paths by name, .host."""
    folder, known = seeded_data
    port = free_port()
    with serve("--no-worker", "--workers", "1", data_dir=folder, port=port) as (address, _said):
        yield SimpleNamespace(address=address, host=urlsplit(address).netloc, **known)


@pytest.fixture(scope="session")
def first_start(django_db_setup, tmp_path_factory, chromium):
    """The journal as `make run` starts it on a fresh machine: .address, .host, .said, .manage()."""
    place = {"data_dir": tmp_path_factory.mktemp("first"), "port": free_port()}
    place |= own_database("first_start")
    with serve("--setup", **place) as (address, said):
        yield SimpleNamespace(
            address=address,
            host=urlsplit(address).netloc,
            said=said.read_text(),
            manage=partial(manage, **place),
        )


@pytest.fixture
def watch():
    """Return a function that notes what a page asks other hosts for and what a policy refuses."""

    def begin(page, host):
        notes = SimpleNamespace(foreign=[], refused=[], errors=[])
        page.on(
            "request",
            lambda request: (
                urlsplit(request.url).netloc not in (host, "") and notes.foreign.append(request.url)
            ),
        )
        page.on("pageerror", lambda error: notes.errors.append(str(error)))
        page.on(
            "console",
            lambda message: (
                "Content Security Policy" in message.text and notes.refused.append(message.text)
            ),
        )
        return notes

    return begin
