"""Runs the tasks that lie in the database: the one place that knows django-tasks-db's insides.

Its Worker is not public and neither retries nor notices a worker that was killed, so its version
is pinned in pyproject.toml and both are made up for here.
"""

import logging
import os
import socket
import time
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

POLL_SECONDS = 1.0
RESTART_SECONDS = 2.0
# A task that runs longer than this is taken for abandoned.
LONGEST_RUN = timedelta(hours=1)
# How often a task may be begun before its worker's death is taken for its own doing.
MOST_STARTS = 3
KEEP_SUCCESSFUL = timedelta(days=1)
KEEP_FAILED = timedelta(days=30)


def has_queue():
    """Tell whether tasks are rows in the database here; in tests they run at once."""
    return settings.TASKS["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend"


def worker_prefix():
    """Return the name under which this process takes tasks: machine and process, "box:123:"."""
    return f"{socket.gethostname()[:30]}:{os.getpid()}:"


def make_worker(*, batch):
    """Return a worker for every queue. batch: whether it ends when nothing is left to do."""
    return Worker(
        queue_names=["*"],
        interval=POLL_SECONDS,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_prefix() + get_random_string(8),
        excluded_queue_names=[],
    )


def enqueue_many(task, runs):
    """Enqueue a task many times with one INSERT. runs: pairs of positional arguments and a time.

    Where no queue is, those run at once whose time has come, and the others never.
    """
    if not has_queue():
        now = timezone.now()
        for arguments, when in runs:
            if when <= now:
                task.enqueue(*arguments)
        return
    rows = [
        DBTaskResult(
            args_kwargs={"args": arguments, "kwargs": {}},
            priority=task.priority,
            task_path=task.module_path,
            queue_name=task.queue_name,
            backend_name=task.backend,
            run_after=when,
        )
        for arguments, when in runs
    ]
    DBTaskResult.objects.bulk_create(rows, batch_size=500)


def arguments_in_queue(task):
    """Return the positional arguments, as tuples, of all runs of a task that wait or go on."""
    rows = DBTaskResult.objects.filter(
        task_path=task.module_path, status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING]
    )
    return {tuple(values["args"]) for values in rows.values_list("args_kwargs", flat=True)}


class TaskThread:
    """Runs tasks until it is stopped, and starts anew when the worker in it breaks."""

    def __init__(self):
        self.worker = None
        self.is_stopped = False

    def run(self):
        """Work until `stop()`; this is what a thread's target is."""
        while not self.is_stopped:
            self.worker = make_worker(batch=False)
            try:
                # stop() may have come before the worker was there to be told.
                if not self.is_stopped:
                    self.worker.run()
            except Exception:
                logger.exception("The task worker broke; it is started again.")
                time.sleep(RESTART_SECONDS)
        connection.close()

    def stop(self):
        """Have the worker end after the task that it is at."""
        self.is_stopped = True
        if self.worker:
            self.worker.running = False


def run_ready_tasks():
    """Run every task that is ready now and return when none is left."""
    if has_queue():
        make_worker(batch=True).run()


def put_back_abandoned():
    """Make the tasks of dead workers ready again, and return how many they were.

    A worker of this machine whose process is gone is known at once, any other by the clock. A
    task that was begun too often ends as failed, lest it kill every worker in turn.
    """
    count = 0
    for task in DBTaskResult.objects.running():
        if not is_abandoned(task):
            continue
        if len(task.worker_ids) < MOST_STARTS:
            change = {"status": TaskResultStatus.READY, "started_at": None}
        else:
            change = {
                "status": TaskResultStatus.FAILED,
                "finished_at": timezone.now(),
                "traceback": f"Begun {len(task.worker_ids)} times by workers that died.",
            }
        # Only if nobody put it back or finished it since it was read.
        count += DBTaskResult.objects.filter(
            pk=task.pk, status=TaskResultStatus.RUNNING, worker_ids=task.worker_ids
        ).update(**change)
    if count:
        logger.warning("%s tasks of workers that died were put back.", count)
    return count


def is_abandoned(task):
    """Tell whether the worker that began `task` is surely dead or took longer than any may."""
    if task.started_at is None or task.started_at < timezone.now() - LONGEST_RUN:
        return True
    return is_gone(task.worker_ids[-1])


def is_gone(worker):
    """Tell whether a worker, named `worker_prefix()` and more, was of this machine and is dead."""
    host, _, process = worker.rpartition(":")[0].rpartition(":")
    if host != socket.gethostname()[:30] or not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)  # signal 0 only asks
    except ProcessLookupError:
        return True
    except PermissionError:
        pass  # it lives, under another account
    return False


def forget_old_results():
    """Delete the rows of tasks that ended a while ago; every autosave leaves two."""
    now = timezone.now()
    finished = DBTaskResult.objects.filter(finished_at__isnull=False)
    finished.filter(
        status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - KEEP_SUCCESSFUL
    ).delete()
    finished.filter(status=TaskResultStatus.FAILED, finished_at__lt=now - KEEP_FAILED).delete()
