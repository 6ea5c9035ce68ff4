"""The production server, with the timed work inside."""

import os
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from blog.lib.database import failing_in_a_sentence, is_migrated
from home.first_start import set_up
from home.supervisor import TimedWork, WebServer, find_port_problem, stop_on_signals

START_SECONDS = 15


class Command(BaseCommand):
    help = "Serves the journal and does its timed work, until Ctrl-C or SIGTERM."
    # They import every form of the admin, which takes as long as the rest of a start.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="The address to listen on.")
        parser.add_argument("--port", default="8000", help="The port to listen on.")
        parser.add_argument("--workers", default="2", help="How many processes answer requests.")
        parser.add_argument(
            "--no-worker",
            action="store_true",
            help="Only serve; a “manage.py worker” elsewhere does the timed work.",
        )
        parser.add_argument(
            "--setup",
            action="store_true",
            help="First bring database, pages and files up to date (see “manage.py setup”).",
        )

    def handle(self, *args, host, port, workers, no_worker, setup, **options):
        port = read_number("--port", port, highest=65535)
        workers = read_number("--workers", workers, highest=64)
        if problem := find_port_problem(host, port):
            raise CommandError(problem)
        if not settings.SITE_URL_IS_GIVEN:
            # Before anything is laid out or linked under an address that nobody answers.
            take_address(own_address(host, port))
        if setup:
            with failing_in_a_sentence():
                set_up(self.say)
        else:
            refuse_unprepared()
        stop = stop_on_signals()
        server = WebServer(host, port, workers)
        work = None if no_worker else TimedWork()
        server.start()
        try:
            self.watch(stop, server, work)
        finally:
            if work:
                work.stop()
            server.stop()

    def watch(self, stop, server, work):
        """Return when `stop` is set; until then start again whatever has died."""
        was_announced = False
        # Tasks that piled up would take the processor from the server's own start.
        work_begins = time.monotonic() + START_SECONDS
        while not stop.wait(0.2):
            if not was_announced and server.is_answering():
                self.say(
                    f"The journal is at {own_address(server.host, server.port)}/ – Ctrl-C stops it."
                )
                was_announced = True
            if not server.keep_alive():
                raise CommandError("The web server dies at every start; its messages say why.")
            if work and (was_announced or time.monotonic() > work_begins):
                work.keep_alive()

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()


def own_address(host, port):
    """Return the address at which a browser on this machine finds the server."""
    # These two stand for every address of the machine.
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def take_address(url):
    """Make `url` the address of the journal, here and in the processes that are started."""
    os.environ["SITE_URL"] = settings.SITE_URL = settings.WAGTAILADMIN_BASE_URL = url
    settings.CSRF_TRUSTED_ORIGINS = [url]
    if settings.ALLOWED_HOSTS_ARE_GIVEN:
        return
    host = url.partition("://")[2].rpartition(":")[0]
    settings.ALLOWED_HOSTS = [*dict.fromkeys([host, *settings.ALLOWED_HOSTS])]


def read_number(name, value, *, highest):
    """Return `value` as an int from 1 to `highest`."""
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= highest:
        raise CommandError(f'{name} is "{value}"; write a whole number from 1 to {highest}.')
    return int(value)


def refuse_unprepared():
    """Stop before serving errors: a database or static files that this program cannot use."""
    with failing_in_a_sentence():
        is_ready = is_migrated() and (settings.STATIC_ROOT / "staticfiles.json").is_file()
    if not is_ready:
        raise CommandError(
            "Database or files are not those of this version: run “manage.py setup” first."
        )
