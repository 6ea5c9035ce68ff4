"""Listens to a signal for the length of a block."""

from contextlib import contextmanager


@contextmanager
def hearing(signal):
    """Give a list that fills with the keyword arguments of each time `signal` is sent."""
    heard = []

    def hear(**kwargs):
        heard.append(kwargs)

    signal.connect(hear)
    try:
        yield heard
    finally:
        signal.disconnect(hear)
