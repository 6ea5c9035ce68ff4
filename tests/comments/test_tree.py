"""The tree is built in memory from rows: every shape, and every depth."""

from dataclasses import dataclass

from blog.comments.tree import Tree, count_published, hang
from tests.counting import assert_grows_evenly


@dataclass
class Row:
    pk: int
    parent_id: int | None = None
    is_published: bool = True


def chain(length):
    return [Row(pk, pk - 1 or None) for pk in range(1, length + 1)]


def read(rows, place=0):
    tree = Tree(rows)
    return tree.read(tree.firsts[place])


def shape(node):
    """Return a thread as nested lists of ids: [1, [2, [3]]]."""
    return [node.pk, *[shape(answer) for answer in node.answers]]


def shapes(rows):
    tree = Tree(rows)
    return [shape(hang(tree.read(first))[0]) for first in tree.firsts]


def test_no_rows_make_no_threads():
    assert shapes([]) == []
    assert Tree([]).find_thread(1) is None


def test_threads_and_answers_keep_the_order_of_the_rows():
    rows = [Row(1), Row(2), Row(3, 1), Row(4, 2), Row(5, 1), Row(6, 3)]
    assert shapes(rows) == [[1, [3, [6]], [5]], [2, [4]]]


def test_four_levels_are_indented_and_deeper_answers_stay_beside_the_fourth():
    assert shapes(chain(6)) == [[1, [2, [3, [4], [5], [6]]]]]


def test_only_deeper_answers_say_whom_they_answer():
    nodes = read(chain(6))
    hang(nodes)
    assert [node.is_flat for node in nodes] == [False] * 4 + [True] * 2
    assert [node.parent and node.parent.pk for node in nodes] == [None, 1, 2, 3, 4, 5]


def test_flat_answers_follow_the_one_they_answer():
    rows = [*chain(4), Row(5, 3), Row(6, 4), Row(7, 5), Row(8, 6)]
    assert shapes(rows) == [[1, [2, [3, [4], [6], [8], [5], [7]]]]]
    assert [node.pk for node in read(rows)] == [1, 2, 3, 4, 6, 8, 5, 7]


def test_a_part_of_a_thread_hangs_together_and_says_whom_the_rest_answers():
    nodes = read([*chain(5), Row(6, 2), Row(7, 6)])[3:]
    outer = hang(nodes)
    assert [shape(node) for node in outer] == [[4], [5], [6, [7]]]
    assert all(node.is_flat for node in outer)
    assert [node.has_parent_here for node in nodes] == [False, True, False, True]


def test_three_thousand_levels_do_not_break_it():
    nodes = read(chain(3000))
    assert nodes[0].answer_count == 2999
    assert max(node.level for node in nodes) == 4
    assert_grows_evenly(lambda rows: hang(read(rows)), chain, 1500)


def test_what_is_not_visible_is_left_out():
    rows = [Row(1, is_published=False), Row(2), Row(3, 2, is_published=False)]
    assert shapes(rows) == [[2]]
    assert [Tree(rows).find_thread(pk) for pk in (1, 2, 3, 4, None)] == [None, 0, None, None, None]


def test_what_is_not_visible_keeps_its_place_for_visible_answers():
    rows = [Row(1, is_published=False), Row(2, 1, is_published=False), Row(3, 2), Row(4, 1, False)]
    assert shapes(rows) == [[1, [2, [3]]]]
    assert read(rows)[0].answer_count == 1
    assert count_published(rows) == 1


def test_what_answers_a_row_that_is_not_there_is_not_lost():
    rows = [Row(1), Row(5, 4), Row(6, 4), Row(7, 5), Row(8, 3, is_published=False)]
    assert shapes(rows) == [[1], [4, [5, [7]], [6]]]
    assert not read(rows, 1)[0].row.is_published
    assert Tree(rows).find_thread(7) == 1


def test_the_thread_of_every_comment_is_found():
    rows = [*chain(5), Row(6), Row(7, 3), Row(8, 6)]
    tree = Tree(rows)
    assert [tree.find_thread(pk) for pk in range(1, 10)] == [0, 0, 0, 0, 0, 1, 0, 1, None]


def test_a_thread_can_be_folded_from_three_answers_and_is_folded_past_ten():
    def thread(answers):
        return read([Row(1), *[Row(pk, 1) for pk in range(2, answers + 2)]])[0]

    assert not thread(2).can_fold
    assert thread(3).can_fold
    assert thread(10).is_open
    assert not thread(11).is_open
    hang(nodes := read([Row(1), *[Row(pk, 1) for pk in range(2, 13)]]))
    assert not nodes[0].answers[0].can_fold
