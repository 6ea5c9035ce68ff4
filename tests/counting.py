"""How much work a function does, counted instead of timed: a busy machine changes nothing."""

import sys
from functools import partial


def count_calls(function, *args):
    """Return how many functions, of Python or C, were called while `function` ran."""
    seen = [0]

    def note(frame, event, arg):
        if event in {"call", "c_call"}:
            seen[0] += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        function(*args)
    finally:
        sys.setprofile(before)
    return seen[0]


def assert_grows_evenly(function, make, size):
    """Twice as much of what `make(size)` makes may cost `function` hardly more than twice."""
    function(make(4))  # what is worked out once is not counted
    once, twice = (count_calls(partial(function, make(n))) for n in (size, 2 * size))
    assert twice < 2.5 * once, f"{size}: {once} calls, {2 * size}: {twice}"
