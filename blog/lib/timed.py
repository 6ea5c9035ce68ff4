"""Work that is done by the clock: each part registers its own, and one loop runs all of it.

    timed.register("publish due pages", publish_due, every_seconds=2)

stands in a part's `AppConfig.ready()`. Any number of loops may run at once, in any number of
processes: a job must claim what it works on.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import close_old_connections

logger = logging.getLogger(__name__)
TICK_SECONDS = 1


@dataclass
class Job:
    name: str
    func: Callable
    every_seconds: float


_jobs = {}


def register(name, func, *, every_seconds):
    """Have `func()` called about every `every_seconds` while a loop runs.

    name: says what is done, in the log and to people; registering it again replaces the job.
    """
    _jobs[name] = Job(name, func, every_seconds)


def registered():
    """Return the list of jobs in the order of their registration."""
    return list(_jobs.values())


def run_once():
    """Run every job once, and return the names of those that failed."""
    return [job.name for job in registered() if not run_job(job)]


def run_until(stop):
    """Run every job at its interval until `stop`, a threading.Event, is set.

    A job starts late when another takes long, and never twice to catch up.
    """
    next_runs = {}
    while not stop.is_set():
        for job in registered():
            if time.monotonic() >= next_runs.get(job.name, 0) and not stop.is_set():
                run_job(job)
                next_runs[job.name] = time.monotonic() + job.every_seconds
        stop.wait(TICK_SECONDS)


def run_job(job):
    """Run one job and return whether it went well; what went wrong is logged, never raised."""
    # A connection that the server closed since the last tick is opened anew.
    close_old_connections()
    try:
        job.func()
    except Exception:
        logger.exception('The timed work "%s" failed; it is tried again.', job.name)
        return False
    finally:
        close_old_connections()
    return True
