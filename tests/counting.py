"""How much work a function does, counted instead of timed: a busy machine changes nothing."""

import sys
from functools import partial


def count_steps(function, *args):
    """Return how many lines of Python ran, and functions of C were called, in `function`."""
    seen = [0]

    def note_line(frame, event, arg):
        seen[0] += event == "line"
        return note_line

    def note_call(frame, event, arg):
        seen[0] += event == "c_call"

    before = sys.gettrace(), sys.getprofile()
    sys.settrace(note_line)
    sys.setprofile(note_call)
    try:
        function(*args)
    finally:
        sys.settrace(before[0])
        sys.setprofile(before[1])
    return seen[0]


def assert_grows_evenly(function, make, size):
    """Twice as much of what `make(size)` makes may cost `function` hardly more than twice."""
    function(make(4))  # what is worked out once is not counted
    once, twice = (count_steps(partial(function, make(n))) for n in (size, 2 * size))
    assert twice < 2.5 * once, f"{size}: {once} steps, {2 * size}: {twice}"
