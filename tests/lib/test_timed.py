"""The loop runs what is registered, at its interval, and survives what fails."""

import threading
from unittest import mock

import pytest

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


def test_registering_again_replaces(jobs):
    timed.register("job", lambda: 1 / 0, every_seconds=1)
    timed.register("job", lambda: None, every_seconds=1)
    assert timed.run_once() == []


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
