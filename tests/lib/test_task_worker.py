"""Tasks of dead workers run again, but not for ever; old results go."""

import os
import socket
import threading
from datetime import timedelta
from unittest import mock

from django.test import TestCase, override_settings
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult, get_date_max

from blog.lib import task_worker
from tests.ground import CommittingTestCase

QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DEAD_PROCESS = 2**22 + 1  # above the highest number that Linux gives
done = []


@task()
def note(word):
    done.append(word)


@task()
def fail():
    raise ValueError("no")


def add_row(status, worker=None, **fields):
    fields = {"started_at": timezone.now(), "run_after": get_date_max()} | fields
    workers = fields.pop("starts", 1) * [worker] if worker else []
    return DBTaskResult.objects.create(
        status=status,
        worker_ids=workers,
        task_path=note.module_path,
        args_kwargs={"args": ["again"], "kwargs": {}},
        backend_name="default",
        exception_class_path="",
        traceback="",
        **fields,
    )


class AbandonedTaskTests(TestCase):
    host = socket.gethostname()[:30]

    def status_after(self, worker, **fields):
        row = add_row(TaskResultStatus.RUNNING, worker, **fields)
        task_worker.put_back_abandoned()
        row.refresh_from_db()
        return row.status

    def test_task_of_a_living_worker_is_left_alone(self):
        self.assertEqual(self.status_after(task_worker.worker_prefix() + "x"), "RUNNING")

    def test_task_of_another_machine_is_left_alone(self):
        self.assertEqual(self.status_after(f"elsewhere:{DEAD_PROCESS}:x"), "RUNNING")
        self.assertEqual(self.status_after("named-by-hand"), "RUNNING")

    def test_task_of_a_process_that_is_gone_is_ready_again(self):
        self.assertEqual(self.status_after(f"{self.host}:{DEAD_PROCESS}:x"), "READY")

    def test_task_that_takes_longer_than_any_may_is_ready_again(self):
        started_at = timezone.now() - task_worker.LONGEST_RUN - timedelta(seconds=1)
        self.assertEqual(self.status_after("elsewhere:1:x", started_at=started_at), "READY")

    def test_task_that_killed_its_workers_is_given_up(self):
        dead = f"{self.host}:{DEAD_PROCESS}:x"
        self.assertEqual(self.status_after(dead, starts=task_worker.MOST_STARTS), "FAILED")

    def test_old_results_go_and_failures_stay_longer(self):
        now = timezone.now()
        for status in (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED):
            for days in (0, 2, 31):
                add_row(status, finished_at=now - timedelta(days=days))
        add_row(TaskResultStatus.READY)
        task_worker.forget_old_results()
        kept = sorted(DBTaskResult.objects.values_list("status", flat=True))
        self.assertEqual(kept, ["FAILED", "FAILED", "READY", "SUCCESSFUL"])


@override_settings(TASKS=QUEUE)
class RunningTaskTests(CommittingTestCase):
    def setUp(self):
        done.clear()

    def test_ready_tasks_run_and_a_failing_one_stops_nobody(self):
        failing = fail.enqueue()
        note.enqueue("after")
        # The worker hangs up its connection after each task, which is the test's own.
        task_worker.run_ready_tasks()
        self.assertEqual(done, ["after"])
        row = DBTaskResult.objects.get(pk=failing.id)
        self.assertEqual(row.status, "FAILED")
        self.assertTrue(row.worker_ids[0].startswith(f"{socket.gethostname()[:30]}:{os.getpid()}:"))

    def test_thread_starts_its_worker_anew_and_stops_when_told(self):
        class BrokenOnce:
            calls = 0

            def run(self):
                BrokenOnce.calls += 1
                if BrokenOnce.calls == 1:
                    raise RuntimeError("the row was deleted")
                tasks.stop()

        tasks = task_worker.TaskThread()
        with (
            mock.patch.object(task_worker, "make_worker", lambda batch: BrokenOnce()),
            mock.patch.object(task_worker, "RESTART_SECONDS", 0),
            self.assertLogs("blog.lib.task_worker", "ERROR"),
        ):
            thread = threading.Thread(target=tasks.run)
            thread.start()
            thread.join(10)
        self.assertFalse(thread.is_alive())
        self.assertEqual(BrokenOnce.calls, 2)
