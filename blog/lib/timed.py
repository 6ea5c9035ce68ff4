"""Work that is done by the clock: each part registers its own, and one loop runs all of it.

    timed.register("publish due pages", publish_due, every_seconds=2)

stands in a part's `AppConfig.ready()`. Any number of loops may run at once, in any number of
processes: a job must claim what it works on. What readers wait for is urgent, and has a loop of its
own: a long tidying up must not keep an essay from appearing.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import close_old_connections
from django.utils import timezone

logger = logging.getLogger(__name__)
TICK_SECONDS = 1


@dataclass
class Job:
    name: str
    func: Callable
    every_seconds: float
    next_at: Callable | None = None
    is_urgent: bool = False


_jobs = {}


def register(name, func, *, every_seconds, next_at=None, is_urgent=False):
    """Have `func()` called about every `every_seconds` while a loop runs.

    name: says what is done, in the log and to people; each job has its own.
    next_at: asked after each call, tells the aware datetime for which there is work, or None; the
    next call comes then, if that is sooner. is_urgent: whether other jobs must not hold it up.
    Raises ValueError when another job has the name: it would never run again.
    """
    if name in _jobs:
        raise ValueError(f'The timed work "{name}" is registered already; choose another name.')
    _jobs[name] = Job(name, func, every_seconds, next_at, is_urgent)


def registered():
    """Return the list of jobs in the order of their registration."""
    return list(_jobs.values())


def run_once():
    """Run every job once, and return the names of those that failed."""
    return [job.name for job in registered() if not run_job(job)]


def run_until(stop, is_urgent=None, caught_up=None):
    """Run jobs at their intervals until `stop`, a threading.Event, is set.

    is_urgent: True runs the urgent ones, False the others, None all. caught_up: an Event that is
    set when each of them has run once. A job starts late when another takes long, and never twice
    to catch up.
    """
    # By the clock that nobody sets back.
    next_runs = {}
    while not stop.is_set():
        jobs = [job for job in registered() if is_urgent in {None, job.is_urgent}]
        for job in jobs:
            if time.monotonic() >= next_runs.get(job.name, 0) and not stop.is_set():
                run_job(job)
                next_runs[job.name] = time.monotonic() + seconds_until_next(job)
        if caught_up:
            caught_up.set()
        soonest = min((next_runs.get(job.name, 0) for job in jobs), default=float("inf"))
        stop.wait(min(TICK_SECONDS, max(0, soonest - time.monotonic())))


def seconds_until_next(job):
    """Return how long a job that has just run may rest."""
    try:
        moment = job.next_at() if job.next_at else None
    except Exception:
        logger.exception('When "%s" has to run next is not known; it keeps its pace.', job.name)
        moment = None
    finally:
        close_old_connections()
    if moment is None:
        return job.every_seconds
    seconds = (moment - timezone.now()).total_seconds()
    # Not before the moment itself, for which a rounded wait might be a hair too short.
    return min(job.every_seconds, max(0, seconds) + 0.01)


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
