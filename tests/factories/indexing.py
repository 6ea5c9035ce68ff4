"""New pages are saved three times: they are indexed once."""

import contextlib
from types import SimpleNamespace
from unittest import mock

import modelsearch.signal_handlers
import wagtail.signal_handlers
from django.core.exceptions import ObjectDoesNotExist

# Where each index is told of a save, by the name of its task there.
TOLD = (
    (modelsearch.signal_handlers, "insert_or_update_object_task"),
    (wagtail.signal_handlers, "update_reference_index_task"),
)
_held = []


@contextlib.contextmanager
def indexed_once():
    """Hold both indexes back meanwhile; at the end each object that was saved is indexed once.

    Inside of another such block the outer one ends it.
    """
    if _held:
        yield
        return
    tasks = {}
    _held.append(tasks)
    try:
        with contextlib.ExitStack() as stack:
            for module, name in TOLD:
                task = getattr(module, name)
                stack.enter_context(mock.patch.object(module, name, _keep(task, tasks)))
            yield
    finally:
        _held.clear()
    for task, arguments in tasks:
        with contextlib.suppress(ObjectDoesNotExist):
            task.call(*arguments)


def _keep(task, tasks):
    def enqueue(*arguments):
        tasks[task, arguments] = True

    return SimpleNamespace(enqueue=enqueue)
