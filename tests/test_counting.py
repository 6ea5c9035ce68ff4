import pytest

from .counting import assert_grows_evenly


def pair_up(rows):
    return [(one, other) for one in rows for other in rows if one == -other]


def test_work_that_grows_with_the_square_is_noticed():
    assert_grows_evenly(sorted, range, 1000)
    assert_grows_evenly(lambda rows: [abs(row) for row in rows], range, 200)
    with pytest.raises(AssertionError, match="steps"):
        assert_grows_evenly(pair_up, range, 200)
