"""The tree is built in memory from rows: every shape, and every depth."""

import time
from dataclasses import dataclass

from blog.comments.tree import (
    THREADS_PER_PAGE,
    build_threads,
    count_published,
    paginate_threads,
    walk,
)


@dataclass
class Row:
    pk: int
    parent_id: int | None = None
    is_published: bool = True


def chain(length):
    return [Row(pk, pk - 1 or None) for pk in range(1, length + 1)]


def shape(node):
    """Return a thread as nested lists of ids: [1, [2, [3]]]."""
    return [node.comment.pk, *[shape(answer) for answer in node.answers]]


def shapes(rows):
    return [shape(thread) for thread in build_threads(rows)]


def test_no_rows_make_no_threads():
    assert shapes([]) == []


def test_threads_and_answers_keep_the_order_of_the_rows():
    rows = [Row(1), Row(2), Row(3, 1), Row(4, 2), Row(5, 1), Row(6, 3)]
    assert shapes(rows) == [[1, [3, [6]], [5]], [2, [4]]]


def test_four_levels_are_indented_and_deeper_answers_stay_beside_the_fourth():
    assert shapes(chain(6)) == [[1, [2, [3, [4], [5], [6]]]]]


def test_only_deeper_answers_say_whom_they_answer():
    nodes = list(walk(build_threads(chain(6))[0]))
    assert [node.is_flat for node in nodes] == [False] * 4 + [True] * 2
    assert [node.parent and node.parent.comment.pk for node in nodes] == [None, 1, 2, 3, 4, 5]


def test_flat_answers_follow_the_one_they_answer():
    rows = [*chain(4), Row(5, 3), Row(6, 4), Row(7, 5), Row(8, 6)]
    assert shapes(rows) == [[1, [2, [3, [4], [6], [8], [5], [7]]]]]


def test_a_thousand_levels_do_not_break_it():
    start = time.perf_counter()
    [thread] = build_threads(chain(3000))
    assert thread.answer_count == 2999
    assert max(node.level for node in walk(thread)) == 4
    assert time.perf_counter() - start < 1


def test_what_is_not_visible_is_left_out():
    assert shapes([Row(1, is_published=False), Row(2), Row(3, 2, is_published=False)]) == [[2]]


def test_what_is_not_visible_keeps_its_place_for_visible_answers():
    rows = [Row(1, is_published=False), Row(2, 1, is_published=False), Row(3, 2), Row(4, 1, False)]
    assert shapes(rows) == [[1, [2, [3]]]]
    assert build_threads(rows)[0].answer_count == 1
    assert count_published(rows) == 1


def test_an_answer_without_its_parents_row_is_left_out():
    assert shapes([Row(5, 4)]) == []


def test_a_thread_can_be_folded_from_three_answers_and_is_folded_past_ten():
    def thread(answers):
        return build_threads([Row(1), *[Row(pk, 1) for pk in range(2, answers + 2)]])[0]

    assert not thread(2).can_fold
    assert thread(3).can_fold
    assert thread(10).is_open
    assert not thread(11).is_open
    assert not thread(11).answers[0].can_fold


def test_pages_hold_whole_threads():
    rows = [Row(pk) for pk in range(1, 61)] + [Row(100 + n, 1) for n in range(200)]
    page = paginate_threads(build_threads(rows))
    assert len(page.object_list) == THREADS_PER_PAGE
    assert page.paginator.num_pages == 3
    assert len(list(walk(page.object_list[0]))) == 201


def test_a_bad_page_number_is_forgiven():
    threads = build_threads([Row(pk) for pk in range(1, 61)])
    numbers = {"": 1, "x": 1, "0": 3, "-1": 3, "99": 3, "2": 2, None: 1}
    assert {n: paginate_threads(threads, n).number for n in numbers} == numbers


def test_a_comment_is_found_on_its_page_and_its_thread_is_open():
    rows = [Row(pk) for pk in range(1, 61)] + [Row(100 + n, 30) for n in range(20)]
    page = paginate_threads(build_threads(rows), "1", comment_id=110)
    assert page.number == 2
    assert page.object_list[4].is_open
    assert not paginate_threads(build_threads(rows), "2").object_list[4].is_open


def test_a_comment_that_is_not_there_leaves_the_page_number():
    threads = build_threads([Row(pk) for pk in range(1, 61)])
    assert paginate_threads(threads, "2", comment_id=999).number == 2
