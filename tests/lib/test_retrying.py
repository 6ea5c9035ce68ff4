"""A task that fails is tried again with growing pauses, and given up after eight times."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.test import SimpleTestCase, TestCase, override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from blog.lib.retrying import MOST_TRIES, enqueue_at, pause_after, retrying_task
from blog.lib.task_worker import arguments_in_queue, enqueue_many, run_ready_tasks
from tests.ground import CommittingTestCase

QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
calls, failing = [], set()


@retrying_task(priority=-5)
def note(word, times=1):
    calls.append((word, times))
    if word in failing:
        raise ValueError(word)


@pytest.mark.once
class PauseTests(SimpleTestCase):
    def test_pauses_grow_fourfold_up_to_half_a_day(self):
        minutes = [pause_after(tries) / timedelta(minutes=1) for tries in range(1, MOST_TRIES + 2)]
        self.assertEqual(minutes, [1, 4, 16, 64, 256, 720, 720, 720, 720])


class NoQueueTests(TestCase):
    def setUp(self):
        calls.clear()
        failing.clear()

    def test_task_runs_at_once_and_its_failure_is_its_result(self):
        failing.add("bad")
        self.assertEqual(str(note.enqueue("good").status), "SUCCESSFUL")
        with self.assertLogs("blog.lib.retrying", "ERROR"):
            self.assertEqual(str(note.enqueue("bad").status), "FAILED")
        self.assertEqual([word for word, _ in calls], ["good", "bad"])

    def test_called_by_hand_it_raises(self):
        failing.add("bad")
        with self.assertLogs("blog.lib.retrying", "ERROR"), self.assertRaises(ValueError):
            note.call("bad")

    def test_what_is_for_later_is_left_out(self):
        now = timezone.now()
        enqueue_at(note, now, "now")
        enqueue_at(note, now + timedelta(hours=1), "later")
        enqueue_many(note, [(["many now"], now), (["many later"], now + timedelta(hours=1))])
        self.assertEqual([word for word, _ in calls], ["now", "many now"])


@override_settings(TASKS=QUEUE)
class QueueTests(CommittingTestCase):
    def setUp(self):
        calls.clear()
        failing.clear()

    def work_in_time(self):
        """Run what is ready, as if every time had come."""
        waiting = DBTaskResult.objects.filter(status="READY", run_after__year__lt=9000)
        waiting.update(run_after=timezone.now())
        run_ready_tasks()

    def test_task_that_fails_runs_again_later_with_the_same_words(self):
        failing.add("bad")
        note.enqueue("bad", times=2)
        with self.assertLogs("blog.lib.retrying", "WARNING") as logs:
            run_ready_tasks()
        self.assertIn("ValueError", logs.output[0])
        run_ready_tasks()
        self.assertEqual(calls, [("bad", 2)], "it did not rest")
        again = DBTaskResult.objects.get(status="READY")
        rest = again.run_after - timezone.now()
        self.assertAlmostEqual(rest / timedelta(minutes=1), 1, delta=0.2)
        self.assertEqual((again.priority, again.args_kwargs["kwargs"]["times"]), (-5, 2))
        failing.clear()
        self.work_in_time()
        self.assertEqual(calls, [("bad", 2)] * 2)
        self.assertFalse(DBTaskResult.objects.exclude(status="SUCCESSFUL").exists())

    def test_eighth_failure_is_recorded_and_logged(self):
        failing.add("bad")
        note.enqueue("bad")
        with self.assertLogs("blog.lib.retrying", "WARNING") as logs:
            for _ in range(MOST_TRIES + 2):
                self.work_in_time()
        self.assertEqual(len(calls), MOST_TRIES)
        self.assertIn("failed for good", logs.output[-1])
        failed = DBTaskResult.objects.get(status="FAILED")
        self.assertIn("ValueError: bad", failed.traceback)
        self.assertFalse(DBTaskResult.objects.filter(status="READY").exists())

    def test_failure_stops_nobody(self):
        failing.add("bad")
        note.enqueue("bad")
        note.enqueue("good")
        with self.assertLogs("blog.lib.retrying", "WARNING"):
            run_ready_tasks()
        self.assertEqual([word for word, _ in calls], ["bad", "good"])

    def test_many_are_enqueued_at_once_each_for_its_time(self):
        now = timezone.now()
        with transaction.atomic(), self.assertNumQueries(1):
            enqueue_many(note, [([f"word {number}"], now) for number in range(9)])
        enqueue_many(note, [(["later"], now + timedelta(hours=1))])
        self.assertIn(("later",), arguments_in_queue(note))
        run_ready_tasks()
        self.assertEqual(len(calls), 9)
        self.assertEqual(arguments_in_queue(note), {("later",)})
