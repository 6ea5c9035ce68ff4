"""What follows the last approval of a page: it is published, or its planned date is scheduled."""

from contextlib import contextmanager
from contextvars import ContextVar

_is_approving = ContextVar("is_approving", default=False)


def publish_approved(workflow_state, user=None):
    """Publish the newest version of what was approved, at its own date if that is still to come.

    It is the approver who publishes: the author of a page need not be allowed to.
    """
    with _approving():
        workflow_state.content_object.get_latest_revision().publish(user=user)


def is_approving():
    """Return whether what is published just now follows from an approval, which is told of."""
    return _is_approving.get()


@contextmanager
def _approving():
    token = _is_approving.set(True)
    try:
        yield
    finally:
        _is_approving.reset(token)
