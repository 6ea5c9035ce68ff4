"""serve and worker as real processes: what they refuse, survive, publish and end."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest
from django.core.management import CommandError, call_command

from blog.lib import timed

from .servers import (
    START_SECONDS,
    children,
    free_port,
    get,
    manage,
    prepare,
    running,
    start,
    wait_for,
)

pytestmark = pytest.mark.once

SCHEDULE = """
from datetime import timedelta
from django.utils import timezone
from home.models import StandardPage
from home.setup import lay_out_journal
page = StandardPage(title="Due", slug="due", live=False)
lay_out_journal().home.add_child(instance=page)
page.go_live_at = timezone.now() + timedelta(seconds={seconds})
page.save_revision().publish()
assert not page.live
"""

# Commands in one process, each with its exit status: most of a start is importing.
ONE_AFTER_ANOTHER = """
import sys
from django.core.management import execute_from_command_line
for command in sys.argv[1:]:
    try:
        execute_from_command_line(["manage.py", *command.split()])
    except SystemExit as end:
        print(command, end.code, sep=": ")
"""


def web_server(process):
    """Return the process numbers of granian and its two workers, or nothing without all three."""
    for child in children(process.pid):
        if len(workers := children(child)) >= 2:
            return [child, *workers]
    return []


def is_there(number):
    return Path(f"/proc/{number}").exists()


@pytest.fixture(scope="module")
def folder(django_db_setup, tmp_path_factory):
    """The data of a journal that is ready to be served."""
    folder = tmp_path_factory.mktemp("journal")
    prepare(folder)
    result = manage(folder, "setup", "--no-demo")
    assert result.returncode == 0, result.stderr
    return folder


def assert_refused(result, *words):
    assert result.returncode == 1
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    for word in words:
        assert word in result.stderr


def test_used_port_is_one_sentence(folder):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = manage(folder, "serve", "--port", port)
    assert result.returncode == 1
    assert result.stderr.startswith(f"CommandError: Port {port} on 127.0.0.1 is taken")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"port": "0"}, '--port is "0"'),
        ({"port": "70000"}, '--port is "70000"'),
        ({"port": "web"}, '--port is "web"'),
        ({"workers": "none"}, '--workers is "none"'),
        ({"host": "no.such.host.invalid"}, "is no address of this machine"),
    ],
)
def test_option_that_cannot_be_is_refused(options, words):
    with pytest.raises(CommandError, match=words):
        call_command("serve", **options)


def test_journal_that_was_never_set_up_is_refused(db, settings, monkeypatch):
    # `serve` writes the address that it listens on into both: later tests want their own.
    settings.SITE_URL = settings.SITE_URL
    settings.WAGTAILADMIN_BASE_URL = settings.WAGTAILADMIN_BASE_URL
    monkeypatch.setenv("SITE_URL", settings.SITE_URL)
    with mock.patch("blog.lib.database.MigrationExecutor.migration_plan", return_value=["a"]):
        for command, options in (
            ("serve", {"port": str(free_port())}),
            ("worker", {}),
            ("demo", {}),
            ("publish_scheduled", {}),
            ("publish_scheduled", {"dry_run": True}),
        ):
            with pytest.raises(CommandError, match="manage.py setup"):
                call_command(command, **options)


def test_empty_folder_is_one_sentence(tmp_path):
    assert_refused(manage(tmp_path, "demo"), "CommandError:", "run “manage.py setup” first")


def test_database_that_does_not_answer_is_one_sentence(tmp_path):
    serve = f"serve --port {free_port()}"
    commands = ["setup", f"{serve} --setup", serve, "worker", "demo", "publish_scheduled"]
    url = f"postgres://reader:secret@127.0.0.1:{free_port()}/journal"
    result = start(tmp_path, ["-c", ONE_AFTER_ANOTHER, *commands], DATABASE_URL=url)
    assert result.stdout.splitlines() == [f"{command}: 1" for command in commands], result.stderr
    said = result.stderr.strip().splitlines()
    assert len(said) == len(commands), result.stderr
    for line in said:
        assert line.startswith("CommandError: The database “journal” failed")
        assert "DATABASE_URL" in line
        assert "secret" not in line


def test_second_setup_is_silent(folder):
    result = manage(folder, "setup", "--no-demo")
    assert (result.returncode, result.stdout) == (0, "")


def test_what_is_due_is_asked_for_often_enough_to_be_live_within_five_seconds():
    [job] = [job for job in timed.registered() if job.name == "due publications and expiries"]
    assert job.every_seconds + timed.TICK_SECONDS < 5


def test_due_page_goes_live_and_everything_ends_together(folder):
    port = free_port()
    with running(folder, "serve", "--port", str(port), port=port) as process:
        wait_for(lambda: get(port, "/health/") == 200)
        assert get(port, "/") == 200
        assert get(port, "/due/") == 404
        subprocess.run(
            [sys.executable, "manage.py", "shell", "-v0", "-c", SCHEDULE.format(seconds=3)],
            env=os.environ
            | {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "blog.settings.production"},
            check=True,
        )
        wait_for(lambda: get(port, "/due/") == 200)

        first, *workers = web_server(process)
        os.kill(first, signal.SIGKILL)  # its workers are ended, and another takes its place
        wait_for(lambda: web_server(process) and web_server(process)[0] != first)
        wait_for(lambda: get(port, "/health/") == 200)
        wait_for(lambda: not any(is_there(number) for number in workers))

        os.kill(web_server(process)[1], signal.SIGKILL)  # one worker: the other goes on
        wait_for(lambda: get(port, "/health/") == 200)

        everyone = children(process.pid)
        process.send_signal(signal.SIGTERM)
        assert process.wait(START_SECONDS) == 0
        wait_for(lambda: not any(is_there(number) for number in everyone))
        assert get(port, "/health/") is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_server_ends_with_a_parent_that_was_killed(folder):
    port = free_port()
    with running(folder, "serve", "--no-worker", "--port", str(port), port=port) as process:
        wait_for(lambda: get(port, "/") == 200)
        process.kill()
        process.wait()
        wait_for(lambda: get(port, "/") is None)


def test_worker_publishes_and_ends_when_told(folder):
    with running(folder, "worker") as process:
        # Its own thread, the timed loop's and the tasks' one.
        wait_for(lambda: len([*Path(f"/proc/{process.pid}/task").iterdir()]) >= 3)
        process.send_signal(signal.SIGINT)
        assert process.wait(START_SECONDS) == 0


def test_worker_can_do_what_is_due_once(folder):
    assert manage(folder, "worker", "--once").returncode == 0
