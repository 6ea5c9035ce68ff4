"""The web server's own process, started by `serve`: python -m home.server HOST PORT WORKERS."""

import ctypes
import signal
import sys

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

# Threads that wait for SQLite's one writer only get in each other's way beyond a few.
THREADS = 4
END_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


def main(host, port, workers):
    """Serve the journal until SIGTERM, or until the process that started this one is gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGTERM)
    Granian(
        "blog.wsgi:application",
        address=host,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=int(workers),
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
        # By default one killed worker takes the whole server with it.
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=10,
        process_name=None,
    ).serve()


if __name__ == "__main__":
    main(*sys.argv[1:])
