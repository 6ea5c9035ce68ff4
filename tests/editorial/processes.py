"""Runs a function in processes of their own, as several servers would, and kills them at will."""

import os

from django.db import connection, connections

KILLED = 9


def in_children(count, work):
    """Run `work()` in `count` processes at once and return their exit codes."""
    return in_both(*[work] * count)


def in_both(*works):
    """Run each of `works`, functions, in a process of its own at once; return their exit codes."""
    connections.close_all()  # a connection must not be used on both sides of a fork
    children = []
    for work in works:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                work()
                code = 0
            finally:
                # Without the cleaning up of a test run, which is the parent's.
                os._exit(code)
        children.append(child)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def killed_at(statement, work):
    """Run `work()` in a process that dies just before its SQL statement of that number.

    Returns whether it died; False when `work` needs fewer statements.
    """

    def run():
        left = statement

        def count(execute, *args):
            nonlocal left
            left -= 1
            if left == 0:
                os._exit(KILLED)
            return execute(*args)

        with connection.execute_wrapper(count):
            work()

    [code] = in_children(1, run)
    assert code in (0, KILLED), f"the child ended with {code}"
    return code == KILLED
