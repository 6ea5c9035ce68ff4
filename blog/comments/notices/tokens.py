"""Signed addresses in mails: who they are for and what they are about; nothing stands in between.

A token of one kind is none of the other: each has a salt of its own.
"""

from dataclasses import asdict, dataclass
from datetime import timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.core import signing
from django.urls import reverse

STOP_SALT = "blog.comments.notices.stop"
DECIDE_SALT = "blog.comments.notices.decide"
DECIDE_FOR = timedelta(days=14)


@dataclass(frozen=True)
class StopLink:
    """Whose mails end, ids all: of a person and the comment and page that they asked on, or of
    an account, with how often it heard."""

    person: int | None = None
    comment: int | None = None
    page: int | None = None
    user: int | None = None
    frequency: str = ""


@dataclass(frozen=True)
class DecideLink:
    """What one account may do to one comment, as long as nobody decided since `judgement`."""

    user: int
    comment: int
    action: str
    judgement: int = 0  # the last one when the mail was written, 0 before the first


class LinkError(Exception):
    """Why a link does not count: `code` is forged or too_old."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def get_stop_url(link):
    """Return the absolute address that ends mails; it never gets too old."""
    return absolute(reverse("comments:stop", args=[_sign(link, STOP_SALT)]))


def get_decide_url(link):
    """Return the absolute address of one decision."""
    return absolute(reverse("comments:decide", args=[_sign(link, DECIDE_SALT)]))


def read_stop_token(token):
    """Return the StopLink of a token; raises LinkError when we did not sign it."""
    return StopLink(**_read(token, STOP_SALT))


def read_decide_token(token):
    """Return the DecideLink of a token; raises LinkError when it is forged or too old."""
    return DecideLink(**_read(token, DECIDE_SALT, max_age=DECIDE_FOR))


def absolute(address):
    """Return the address with which a mail can lead here."""
    return urljoin(f"{settings.SITE_URL}/", address)


def _sign(link, salt):
    return signing.dumps({name: value for name, value in asdict(link).items() if value}, salt=salt)


def _read(token, salt, max_age=None):
    try:
        content = signing.loads(token, salt=salt, max_age=max_age)
    except signing.SignatureExpired:
        raise LinkError("too_old") from None
    except Exception:  # whatever a stranger may put there: bad base64, bad zlib, no JSON
        raise LinkError("forged") from None
    return content
