"""Which comments one page shows: threads in a list, or one long conversation. No database.

A list never parts a thread in two: where its threads together are too long, the longest show how
they begin and lead to a page of their own.
"""

from dataclasses import dataclass

from django.core.paginator import Paginator

from .tree import Node, hang

THREADS_PER_PAGE = 25
LISTED_AT_MOST = 100  # comments
CONVERSATION_PER_PAGE = 100  # comments


@dataclass(frozen=True)
class Rest:
    """What a list leaves out of a thread, and where it goes on."""

    count: int  # published comments
    first_pk: int  # of the conversation
    next_pk: int
    number: int  # of the conversation's page


@dataclass
class Arrangement:
    """What one page shows.

    page: a Page of a Paginator, of threads or of one conversation. nodes: all that is shown, in
    the order of reading. outer: those of them that stand under no other.
    """

    page: object
    nodes: list[Node]
    outer: list[Node]
    conversation: int | None = None  # the id of its first comment, where it is shown alone


def arrange(tree, number=None, *, named=None, thread=None, newest_first=False, first_few=None):
    """Return the Arrangement that an address asks for.

    number: of the page, forgiven as Paginator.get_page() does. named: the id of a comment that
    must be on it. thread: the id of one of a conversation that is asked for alone. first_few: how
    many threads of the list stand for all, or None.
    """
    firsts = tree.firsts[::-1] if newest_first else tree.firsts
    for pk in (named, thread):
        place = tree.find_thread(pk)
        if place is not None:
            break
    if place is None:
        return _list(tree, firsts, number, first_few)
    first = tree.firsts[place]
    if pk != named:
        return _converse(tree, first, number)
    place = len(firsts) - 1 - place if newest_first else place
    listed = _list(tree, firsts, place // THREADS_PER_PAGE + 1, named=named)
    is_listed = any(node.pk == named for node in listed.nodes)
    return listed if is_listed else _converse(tree, first, named=named)


def get_fair_share(sizes, at_most):
    """Return how much of each may be shown so that all of them together show `at_most`."""
    left, count = at_most, len(sizes)
    for size in sorted(sizes):
        if size * count > left:
            return max(1, left // count)
        left -= size
        count -= 1
    return max(sizes, default=0)


def _list(tree, firsts, number, first_few=None, named=None):
    page = Paginator(firsts, THREADS_PER_PAGE).get_page(number)
    threads = [tree.read(first) for first in page.object_list[:first_few]]
    share = get_fair_share([len(thread) for thread in threads], LISTED_AT_MOST)
    nodes = []
    for thread in threads:
        thread[0].is_unfolded = any(node.pk == named for node in thread)
        thread[0].rest = _leave_out(thread, share)
        nodes += thread[:share]
    return Arrangement(page, nodes, hang(nodes))


def _leave_out(thread, share):
    rest = thread[share:]
    if not rest:
        return None
    count = sum(node.row.is_published for node in rest)
    return Rest(count, thread[0].pk, rest[0].pk, share // CONVERSATION_PER_PAGE + 1)


def _converse(tree, first, number=None, named=None):
    nodes = tree.read(first)
    nodes[0].is_unfolded = True
    if named is not None:
        place = next(place for place, node in enumerate(nodes) if node.pk == named)
        number = place // CONVERSATION_PER_PAGE + 1
    page = Paginator(nodes, CONVERSATION_PER_PAGE).get_page(number)
    nodes = list(page.object_list)
    return Arrangement(page, nodes, hang(nodes), conversation=first.pk)
