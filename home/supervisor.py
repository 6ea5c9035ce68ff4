"""Keeps the parts of a running journal alive, and ends all of them together."""

import logging
import multiprocessing
import os
import signal
import socket
import threading
import time
from contextlib import suppress

from django.db import connections

from blog.lib import task_worker, timed

from . import server

logger = logging.getLogger(__name__)

END_SECONDS = 12
# After this the rest of the timed work begins, however much was due.
LONGEST_CATCHING_UP_SECONDS = 60
# A server that dies this often in a minute will not be helped by another start.
MOST_DEATHS_A_MINUTE = 5


class WebServer:
    """The granian process and its workers."""

    def __init__(self, host, port, workers):
        self.host, self.port, self.workers = host, port, workers
        self.deaths = []
        self.process = None

    def start(self):
        """Start the server: the first time as a copy of this process, which has loaded everything.

        Later there are threads here, which a copy would lack, so a fresh process is taken.
        """
        connections.close_all()
        context = multiprocessing.get_context("spawn" if self.process else "fork")
        arguments = (self.host, self.port, self.workers)
        self.process = context.Process(target=server.main, args=arguments, name="web server")
        self.process.start()

    def is_answering(self):
        """Tell whether the port takes connections."""
        with suppress(OSError), socket.create_connection((self.host, self.port), timeout=1):
            return True
        return False

    def keep_alive(self):
        """Start the server again if it has died; return False when it dies too often."""
        if self.process.is_alive():
            return True
        now = time.monotonic()
        self.deaths = [death for death in self.deaths if now - death < 60] + [now]
        self.kill()
        if len(self.deaths) > MOST_DEATHS_A_MINUTE:
            return False
        logger.error("The web server ended by itself; it is started again.")
        self.start()
        return True

    def stop(self):
        """End the server, letting running requests finish first."""
        self.process.terminate()
        self.process.join(END_SECONDS)
        self.kill()

    def kill(self):
        """End whatever is left of the server's processes."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join()


class TimedWork:
    """The threads that run timed work and tasks; one that ends by accident is started again."""

    def __init__(self):
        self.stopping = threading.Event()
        self.tasks = task_worker.TaskThread() if task_worker.has_queue() else None
        self.caught_up = threading.Event()
        self.targets = {
            "urgent": lambda: timed.run_until(self.stopping, True, self.caught_up),
            "timed": lambda: self.once_caught_up(timed.run_until, self.stopping, False),
        }
        if self.tasks:
            self.targets["tasks"] = lambda: self.once_caught_up(self.tasks.run)
        self.threads = {}

    def keep_alive(self):
        """Start every thread that does not run, for the first time or anew."""
        for name, target in self.targets.items():
            if name not in self.threads or not self.threads[name].is_alive():
                thread = threading.Thread(target=target, name=name, daemon=True)
                self.threads[name] = thread
                thread.start()

    def once_caught_up(self, run, *arguments):
        """Call `run(*arguments)` after what was due at the start: readers wait for nothing else."""
        self.caught_up.wait(LONGEST_CATCHING_UP_SECONDS)
        if not self.stopping.is_set():
            run(*arguments)

    def stop(self):
        """End the threads after the piece of work that each is at."""
        self.stopping.set()
        self.caught_up.set()
        if self.tasks:
            self.tasks.stop()
        for thread in self.threads.values():
            thread.join(END_SECONDS)


def stop_on_signals():
    """Return an Event that SIGTERM, SIGINT and SIGHUP set."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    return stop


def find_port_problem(host, port):
    """Return a sentence when nothing can listen on `host` and `port` now, else None.

    The server would share the port with another of its kind without a word, hence this question.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except PermissionError:
        return f"Port {port} needs rights that this account does not have; take one above 1023."
    except OSError as error:
        if isinstance(error, socket.gaierror):
            return f'"{host}" is no address of this machine; write one such as 127.0.0.1.'
        return f"Port {port} on {host} is taken or not ours ({error.strerror}); choose another."
    return None
