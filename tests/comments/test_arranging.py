"""A list never parts a thread; a long one is read on a page of its own."""

import pytest

from blog.comments.arranging import (
    CONVERSATION_PER_PAGE,
    LISTED_AT_MOST,
    THREADS_PER_PAGE,
    arrange,
    get_fair_share,
)
from blog.comments.tree import Tree

from .test_tree import Row

STEP = 10_000


def tree_of(*sizes):
    """Return a Tree of threads with these numbers of comments; the first have ids STEP, 2 STEP …"""
    rows = [Row(STEP * (place + 1)) for place in range(len(sizes))]
    for place, size in enumerate(sizes):
        first = STEP * (place + 1)
        rows += [Row(first + number, first) for number in range(1, size)]
    return Tree(rows)


def pks(arrangement):
    return [node.pk for node in arrangement.nodes]


@pytest.mark.parametrize(
    ("sizes", "at_most", "share"),
    [
        ([], 10, 0),
        ([3, 4], 10, 4),
        ([5, 5], 10, 5),
        ([1, 1, 50, 60], 42, 20),
        ([2, 100], 10, 8),
        ([9, 9, 9], 2, 1),
    ],
)
def test_the_longest_give_way(sizes, at_most, share):
    assert get_fair_share(sizes, at_most) == share


def test_pages_hold_whole_threads():
    tree = tree_of(*[3] * 60)
    shown = arrange(tree)
    assert len(shown.outer) == THREADS_PER_PAGE
    assert len(shown.nodes) == 3 * THREADS_PER_PAGE
    assert shown.page.paginator.num_pages == 3
    assert not any(node.rest for node in shown.nodes)
    assert [node.pk for node in arrange(tree, "3").outer] == [STEP * n for n in range(51, 61)]


def test_a_bad_page_number_is_forgiven():
    tree = tree_of(*[1] * 60)
    numbers = {"": 1, "x": 1, "0": 3, "-1": 3, "99": 3, "2": 2, None: 1, "9" * 400: 3, "٢": 2}
    assert {n: arrange(tree, n).page.number for n in numbers} == numbers


def test_a_long_thread_shows_how_it_begins_and_where_it_goes_on():
    shown = arrange(tree_of(4, 1500, 2))
    assert len(shown.nodes) == LISTED_AT_MOST
    assert [node.pk for node in shown.outer] == [10_000, 20_000, 30_000]
    assert pks(shown)[:4] == [10_000, 10_001, 10_002, 10_003]
    assert pks(shown)[-2:] == [30_000, 30_001]
    rest = shown.outer[1].rest
    assert rest.count == 1500 - (LISTED_AT_MOST - 6)
    assert (rest.first_pk, rest.next_pk) == (20_000, 20_000 + LISTED_AT_MOST - 6)
    for tree in (tree_of(4, 1500, 2), tree_of(300)):
        [rest] = [node.rest for node in arrange(tree).outer if node.rest]
        assert rest.next_pk in pks(arrange(tree, str(rest.number), thread=rest.first_pk))
    assert shown.outer[1].answer_count == 1499


def test_a_conversation_is_read_to_its_end_page_by_page():
    tree = tree_of(4, 250)
    read = []
    for number in ("1", "2", "3"):
        shown = arrange(tree, number, thread=20_000)
        assert shown.conversation == 20_000
        assert len(shown.nodes) <= CONVERSATION_PER_PAGE
        read += pks(shown)
    assert read == [20_000 + number for number in range(250)]
    assert shown.page.paginator.num_pages == 3
    assert arrange(tree, thread=20_000).outer[0].is_open


def test_an_answer_names_its_conversation_too_and_what_is_not_there_none():
    tree = tree_of(2, 2)
    assert arrange(tree, thread=20_001).conversation == 20_000
    assert arrange(tree, thread=7).conversation is None


def test_a_comment_is_found_on_its_page_and_its_thread_is_open():
    tree = tree_of(*[1] * 29, 21, *[1] * 30)
    shown = arrange(tree, "1", named=300_010)
    assert shown.page.number == 2
    assert 300_010 in pks(shown)
    assert shown.outer[4].is_open
    assert not arrange(tree, "2").outer[4].is_open


def test_a_comment_that_a_list_leaves_out_is_found_in_its_conversation():
    shown = arrange(tree_of(3, 900), "7", named=20_899)
    assert (shown.conversation, shown.page.number) == (20_000, 9)
    assert pks(shown)[-1] == 20_899


def test_a_comment_that_is_not_there_leaves_the_page_number():
    assert arrange(tree_of(*[1] * 60), "2", named=999).page.number == 2


def test_newest_first_turns_threads_but_not_answers():
    tree = tree_of(2, 3, *[1] * 58)
    assert arrange(tree, newest_first=True).outer[0].pk == 600_000
    assert pks(arrange(tree, "3", newest_first=True))[-5:] == [
        20_000,
        20_001,
        20_002,
        10_000,
        10_001,
    ]
    assert arrange(tree, named=20_002, newest_first=True).page.number == 3


def test_the_first_few_stand_for_all():
    shown = arrange(tree_of(*[2] * 20), first_few=10)
    assert (len(shown.outer), shown.page.paginator.count) == (10, 20)
