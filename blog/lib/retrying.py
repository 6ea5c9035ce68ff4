"""Tasks that are tried again when they fail: the queue itself tries each of them once.

    @retrying_task()
    def send_password_reset(user_ids): ...

is enqueued like every other task. It must bear running twice: what it did before it failed is
not undone.
"""

import logging
from datetime import timedelta
from functools import wraps

from django.utils import timezone
from django_tasks import task

logger = logging.getLogger(__name__)

MOST_TRIES = 8
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=12)


def pause_after(tries):
    """Return how long to rest after `tries` failures, 1 or more: a minute, 4, 16 … to 12 hours."""
    return min(FIRST_PAUSE * 4 ** (tries - 1), LONGEST_PAUSE)


def retrying_task(**options):
    """Return a decorator like django_tasks' `task(**options)`, for tasks that are tried again.

    A failure is logged and enqueues the task again with growing pauses. The last one is raised,
    so that the queue records it. A queue that cannot wait, as in tests, raises the first one.
    """

    def decorate(func):
        @wraps(func)
        def run(*args, failures=0, **kwargs):
            try:
                return func(*args, **kwargs)
            except Exception:
                failures += 1
                if failures >= MOST_TRIES or not this.get_backend().supports_defer:
                    logger.exception("The task %s failed for good.", this.name)
                    raise
                when = timezone.now() + pause_after(failures)
                logger.warning(
                    "The task %s failed and is tried again at %s.", this.name, when, exc_info=True
                )
                this.using(run_after=when).enqueue(*args, failures=failures, **kwargs)
                return f"failed, tried again at {when.isoformat()}"

        this = task(**options)(run)
        return this

    return decorate


def enqueue_at(delayed, when, *args, **kwargs):
    """Have a task run at `when`, an aware datetime.

    Where the queue cannot wait, as in tests, it runs at once if the time has come, else never.
    """
    if delayed.get_backend().supports_defer:
        delayed.using(run_after=when).enqueue(*args, **kwargs)
    elif when <= timezone.now():
        delayed.enqueue(*args, **kwargs)
