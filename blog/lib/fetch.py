"""Fetching what an address holds, without reaching our own network or waiting for ever.

Everything that is asked of another host goes through `fetch`, whoever gave the address.
"""

import re
import ssl
import zlib
from dataclasses import dataclass
from functools import cache

import httpcore
import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from .addresses import resolve_host
from .connections import Deadline, ForbiddenPlaceError, GuardedBackend

MOST_REDIRECTS = 4
HOST = re.compile(rb"[a-z0-9._-]+|[0-9a-f:.]+")  # a name as DNS has it, or an IPv6 address
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# What is said to one host and to no other that it may redirect to.
SECRET_HEADERS = frozenset({"authorization", "cookie"})


class FetchError(Exception):
    """Nothing came of it. The message is a sentence for whoever asked."""


class AddressRefusedError(FetchError):
    """The address is none, or leads where nobody may be sent."""


class NoAnswerError(FetchError):
    """The host was not reached, broke off, or took too long."""


class AnswerRefusedError(FetchError):
    """The answer is too large, of another kind than asked for, or garbled."""


@dataclass(frozen=True)
class Answer:
    """What a host answered. headers: {lower-case name: str}. url: the last one, after redirects."""

    status: int
    headers: dict
    body: bytes
    url: str

    @property
    def media_type(self):
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def is_success(self):
        return 200 <= self.status < 300


def fetch(url, *, types, headers=None, most_bytes=2 << 20, seconds=8, resolve=resolve_host):
    """Return the Answer to a GET of `url`, whatever its status.

    types: tuple of media types that a successful answer may have; "image/" means all of them.
    most_bytes: of the body as decoded. seconds: for everything together, redirects included.
    headers: {name: str} besides our own; secret ones go to the first host alone.
    Proxies and passwords of the environment are ignored.
    Raises AddressRefusedError, NoAnswerError or AnswerRefusedError, each a FetchError.
    """
    deadline = Deadline(seconds)
    headers = {"user-agent": user_agent(), "accept-encoding": "gzip"} | {
        name.lower(): value for name, value in (headers or {}).items()
    }
    parts = _parsed(url)
    for _hop in range(MOST_REDIRECTS + 1):
        answer = _ask(parts, headers, types, most_bytes, deadline, resolve)
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            return answer
        target = _parsed(answer.headers["location"], base=parts)
        if _origin(target) != _origin(parts):
            headers = {name: headers[name] for name in headers if name not in SECRET_HEADERS}
        parts = target
    raise AddressRefusedError(_("The address sends from one to the next and never arrives."))


def user_agent():
    """Return how the journal names itself to other hosts, with the address to complain at."""
    return f"{settings.WAGTAIL_SITE_NAME}/1 (+{settings.SITE_URL})"


def _parsed(url, base=None):
    """Return `url` as an httpx.URL with a host. Raises AddressRefusedError."""
    try:
        parts = base.join(url) if base else httpx.URL(url)
        is_web = parts.scheme in ("http", "https") and not parts.userinfo
        is_whole = is_web and HOST.fullmatch(parts.raw_host)
    except (httpx.InvalidURL, UnicodeError, ValueError, TypeError):
        is_whole = False
    if not is_whole:
        raise AddressRefusedError(_("This is not the address of something on the web."))
    return parts


def _origin(parts):
    return parts.scheme, parts.raw_host, parts.port


def _ask(parts, headers, types, most_bytes, deadline, resolve):
    """Return the Answer of one address, redirects not followed."""
    target = httpcore.URL(
        scheme=parts.raw_scheme, host=parts.raw_host, port=parts.port, target=parts.raw_path
    )
    request_headers = [("host", parts.netloc.decode("ascii")), *headers.items()]
    backend = GuardedBackend(deadline, resolve)
    try:
        with (
            httpcore.ConnectionPool(_tls(), network_backend=backend) as pool,
            pool.stream("GET", target, headers=request_headers) as response,
        ):
            answer_headers = {
                name.decode("latin-1").lower(): value.decode("latin-1")
                for name, value in response.headers
            }
            answer = Answer(response.status, answer_headers, b"", str(parts))
            if answer.status in REDIRECTS:
                return answer
            if answer.is_success and not answer.media_type.startswith(types):
                raise AnswerRefusedError(
                    _("The answer of %(host)s is of another kind than expected.")
                    % {"host": parts.host}
                )
            body = _read(response, answer_headers.get("content-encoding", ""), most_bytes)
            return Answer(answer.status, answer_headers, body, answer.url)
    except ForbiddenPlaceError as error:
        raise AddressRefusedError(
            _("%(host)s is not a public place on the web, and nothing is fetched from it.")
            % {"host": parts.host}
        ) from error
    except (TimeoutError, httpcore.TimeoutException) as error:
        raise NoAnswerError(_("%(host)s took too long.") % {"host": parts.host}) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise NoAnswerError(
            _("%(host)s cannot be reached from here.") % {"host": parts.host}
        ) from error


def _read(response, encoding, most_bytes):
    """Return the body of `response`, unpacked, and stop reading where it gets too large."""
    packed = zlib.decompressobj(wbits=31) if encoding in ("gzip", "x-gzip") else None
    if not packed and encoding not in ("", "identity"):
        raise AnswerRefusedError(_("The answer is packed in a way that was not asked for."))
    body = bytearray()
    try:
        for chunk in response.iter_stream():
            # One byte more than may be: what is packed a thousandfold is never unpacked whole.
            body += packed.decompress(chunk, most_bytes + 1 - len(body)) if packed else chunk
            if len(body) > most_bytes:
                raise AnswerRefusedError(_("The answer is too large."))
    except zlib.error as error:
        raise AnswerRefusedError(_("The answer is garbled.")) from error
    if packed and not packed.eof:
        raise AnswerRefusedError(_("The answer is garbled."))
    return bytes(body)


@cache
def _tls() -> ssl.SSLContext:
    # Reading the certificates takes some tens of milliseconds.
    return httpcore.default_ssl_context()
