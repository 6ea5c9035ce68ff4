"""What every test may rely on: a database, folders of its own, and the journal's empty tree."""

import os
import shutil
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test.utils import override_settings

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"
PROGRAMS = {
    "chromium": ("chromium", "chromium-browser"),
    "redis": ("redis-server",),
    "java": ("java",),
}
HERE = Path(__file__).parent
# Whole files go to one process, so the longest begin: then all processes end at about one time.
LONGEST_FIRST = (
    *("browser/test_first_start", "browser/test_looks", "browser/", "permissions/test_table"),
    *("home/test_serve", "editorial/test_exactly_once", "site/", "home/test_demo"),
    *("quotes/test_pages", "films/test_library"),
)


def pytest_configure(config):
    config.addinivalue_line(
        "markers", f"needs(name): skipped where the program is not found: {', '.join(PROGRAMS)}"
    )
    config.addinivalue_line(
        "markers", "once: has nothing to do with the database; left out of PostgreSQL's run"
    )


def pytest_collection_modifyitems(config, items):
    if os.environ.get("TEST_DATABASE_URL"):
        left_out = [item for item in items if item.get_closest_marker("once")]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
    items.sort(key=place_in_run)


def place_in_run(item):
    """Return where the file of a test stands in LONGEST_FIRST; all others come after it."""
    path = item.path.relative_to(HERE).as_posix()
    places = (n for n, start in enumerate(LONGEST_FIRST) if path.startswith(start))
    return next(places, len(LONGEST_FIRST))


def find_program(name):
    """Return the path of the system's program called `name` in PROGRAMS, or None."""
    return next(filter(None, map(shutil.which, PROGRAMS[name])), None)


def pytest_runtest_setup(item):
    for mark in item.iter_markers("needs"):
        if not find_program(mark.args[0]):
            reason = f"{mark.args[0]} is not installed here"
            pytest.fail(reason, pytrace=False) if REQUIRE_ALL else pytest.skip(reason)


def pytest_terminal_summary(terminalreporter):
    """Name what was skipped, once per reason, so that no run looks more complete than it was."""
    reasons = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason] = reasons.get(reason, 0) + 1
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} skipped: {reason.removeprefix('Skipped: ')}")


@pytest.fixture(scope="session", autouse=True)
def own_media(tmp_path_factory):
    """Keep the files that tests upload in a folder that goes away."""
    with override_settings(MEDIA_ROOT=Path(tmp_path_factory.mktemp("media"))):
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    request, django_test_environment, django_db_blocker, django_db_modify_db_settings
):
    """Take the place of pytest-django's own, which migrates in every process.

    Nothing is taken down: the database goes with its folder or its server.
    """
    from tests import databases

    with django_db_blocker.unblock():
        databases.set_up(request.config.option.verbose)


@pytest.fixture(autouse=True)
def empty_cache():
    """Start every test with nothing remembered, such as the addresses of another test's site."""
    cache.clear()


@pytest.fixture
def journal(db):
    """The pages that a journal starts with, as `home.setup.lay_out_journal` returns them."""
    from home.setup import lay_out_journal

    return lay_out_journal()


@pytest.fixture(scope="session")
def chromium():
    """The path of the system's Chromium; the test that asks is skipped without one."""
    path = find_program("chromium")
    if not path:
        pytest.fail("chromium is not installed here", pytrace=False) if REQUIRE_ALL else (
            pytest.skip("chromium is not installed here")
        )
    return path
