"""Connections that go to public machines alone, and that end at a moment set beforehand."""

import time

import httpcore
from django.conf import settings

from .addresses import is_public_address

PORTS = frozenset({80, 443})


class ForbiddenPlaceError(Exception):
    """The name leads to a machine or a port that nobody may be sent to."""


class Deadline:
    """The moment at which everything has to be done."""

    def __init__(self, seconds):
        self._end = time.monotonic() + seconds

    def seconds_left(self, at_most=None):
        """Return the seconds that are left, above 0. Raises TimeoutError when none is."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left if at_most is None else min(left, at_most)


class GuardedBackend(httpcore.NetworkBackend):
    """Opens connections for httpcore, which knows only the host's name.

    The name is resolved once and the connection goes to the addresses that were judged, so that a
    second answer of the resolver cannot lead elsewhere. TLS is still verified for the name.
    """

    def __init__(self, deadline, resolve, backend=None):
        self._deadline, self._resolve = deadline, resolve
        self._backend = backend or httpcore.SyncBackend()

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        failure = httpcore.ConnectError(f"{host} has no address.")
        for address in self._judged_addresses(host, port):
            left = self._deadline.seconds_left(timeout)
            try:
                stream = self._backend.connect_tcp(address, port, timeout=left)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                # A machine without IPv6 is told so here, and has the next address to try.
                failure = error
            else:
                return TimedStream(stream, self._deadline)
        raise failure

    def _judged_addresses(self, host, port):
        is_trusted = (host, port) in settings.FETCH_TRUSTED_PLACES
        if port not in PORTS and not is_trusted:
            raise ForbiddenPlaceError(f"{host}:{port} is not a port of web pages.")
        try:
            addresses = self._resolve(host, self._deadline.seconds_left())
        except TimeoutError:
            raise
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        # One private answer among public ones is how a name is turned against its visitor.
        for address in addresses:
            if not is_trusted and not is_public_address(address):
                raise ForbiddenPlaceError(f"{host} leads to {address}.")
        return addresses


class TimedStream(httpcore.NetworkStream):
    """A stream whose every wait is cut at the deadline, however slowly the bytes drip in."""

    def __init__(self, stream, deadline):
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes, timeout=None):
        return self._stream.read(max_bytes, self._deadline.seconds_left(timeout))

    def write(self, buffer, timeout=None):
        self._stream.write(buffer, self._deadline.seconds_left(timeout))

    def close(self):
        self._stream.close()

    def start_tls(self, ssl_context, server_hostname=None, timeout=None):
        left = self._deadline.seconds_left(timeout)
        return TimedStream(
            self._stream.start_tls(ssl_context, server_hostname, left), self._deadline
        )

    def get_extra_info(self, info):
        return self._stream.get_extra_info(info)
