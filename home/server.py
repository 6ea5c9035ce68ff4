"""What the web server's own process does; `serve` starts it."""

import ctypes
import os
import signal
import sys

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

# Threads that wait for SQLite's one writer only get in each other's way beyond a few.
THREADS = 4
END_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


def main(host, port, workers):
    """Serve the journal until SIGTERM, or until the process that started this one is gone.

    Leads a process group of its own: Ctrl-C in a terminal reaches a whole group at once, and it is
    for `serve` to end us.
    """
    os.setsid()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)  # until granian sets its own
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGTERM)
    Granian(
        "blog.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
        # By default one killed worker takes the whole server with it.
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=10,
    ).serve()
