"""The loop runs what is registered, at its interval, and survives what fails."""

import threading
import time
from datetime import timedelta
from unittest import mock

import pytest
from django.utils import timezone

from blog.lib import timed


@pytest.fixture
def jobs():
    """An empty register, and no database connection to look after."""
    with (
        mock.patch.object(timed, "_jobs", {}),
        mock.patch.object(timed, "close_old_connections"),
        mock.patch.object(timed, "TICK_SECONDS", 0.01),
    ):
        yield


def test_every_job_runs_once_and_the_failed_ones_are_named(jobs, caplog):
    done = []
    timed.register("bad", lambda: 1 / 0, every_seconds=1)
    timed.register("good", lambda: done.append("good"), every_seconds=1)
    assert timed.run_once() == ["bad"]
    assert done == ["good"]
    assert 'The timed work "bad" failed' in caplog.text


def test_name_that_another_job_has_is_refused(jobs):
    done = []
    timed.register("job", lambda: done.append("first"), every_seconds=1)
    with pytest.raises(ValueError, match="registered already"):
        timed.register("job", lambda: None, every_seconds=1)
    timed.run_once()
    assert done == ["first"]


def test_loop_keeps_the_interval_of_each_job_until_it_is_stopped(jobs):
    often, seldom, stop = [], [], threading.Event()

    def work():
        often.append(1)
        if len(often) == 5:
            stop.set()

    timed.register("often", work, every_seconds=0.01)
    timed.register("seldom", lambda: seldom.append(1), every_seconds=60)
    timed.run_until(stop)
    assert (len(often), len(seldom)) == (5, 1)


def test_stopped_loop_starts_nothing(jobs):
    stop, done = threading.Event(), []
    stop.set()
    timed.register("job", lambda: done.append(1), every_seconds=1)
    timed.run_until(stop)
    assert done == []


def test_job_that_knows_its_next_moment_is_called_then(jobs):
    moments, stop = [], threading.Event()

    def work():
        moments.append(time.monotonic())
        if len(moments) == 2:
            stop.set()

    def next_at():
        return timezone.now() + timedelta(milliseconds=30)

    timed.register("due", work, every_seconds=3600, next_at=next_at)
    timed.run_until(stop)
    assert moments[1] - moments[0] >= 0.03


def test_job_that_cannot_tell_its_next_moment_keeps_its_pace(jobs, caplog):
    job = timed.Job("broken", lambda: None, 7, next_at=lambda: 1 / 0)
    assert timed.seconds_until_next(job) == 7
    assert "keeps its pace" in caplog.text


def test_next_moment_never_makes_the_rest_longer_and_a_past_one_not_negative(jobs):
    for hours, seconds in ((9, 7), (-9, 0.01), (None, 7)):
        moment = hours and timezone.now() + timedelta(hours=hours)
        job = timed.Job("job", lambda: None, 7, next_at=lambda moment=moment: moment)
        assert timed.seconds_until_next(job) == seconds


def test_urgent_jobs_and_the_others_have_loops_of_their_own(jobs):
    done, stop = [], threading.Event()
    for name in ("slow", "urgent"):
        timed.register(
            name,
            lambda name=name: done.append(name) or stop.set(),
            every_seconds=1,
            is_urgent=name == "urgent",
        )
    timed.run_until(stop, is_urgent=True)
    assert done == ["urgent"]
    stop.clear()
    timed.run_until(stop, is_urgent=False)
    assert done == ["urgent", "slow"]


def test_it_is_told_when_everything_has_run_once(jobs):
    stop, caught_up, seen = threading.Event(), threading.Event(), []
    timed.register("first", lambda: seen.append(caught_up.is_set()), every_seconds=60)
    timed.register("last", lambda: seen.append(caught_up.is_set()) or stop.set(), every_seconds=60)
    timed.run_until(stop, caught_up=caught_up)
    assert (seen, caught_up.is_set()) == ([False, False], True)
