"""Signed tickets for forms: that a form was asked for, for what, when, and once."""

import secrets

from django.core import signing

SALT = "blog.lib.tickets"
DAY_SECONDS = 86_400


class TicketError(Exception):
    """Why a ticket does not count: `code` is missing, forged, foreign, too_young or too_old."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def issue_ticket(subject, at_least_seconds=0):
    """Return a signed str for `subject`, that counts once it is `at_least_seconds` old."""
    content = {"subject": subject, "nonce": secrets.token_urlsafe(16), "after": at_least_seconds}
    return signing.TimestampSigner(salt=SALT).sign_object(content)


def read_ticket(ticket, subject, at_most_seconds=DAY_SECONDS):
    """Return the nonce of a ticket that counts. That it counts once is the caller's to keep.

    Raises TicketError with the reason in `code`.
    """
    if not ticket:
        raise TicketError("missing")
    signer = signing.TimestampSigner(salt=SALT)
    try:
        content = signer.unsign_object(ticket, max_age=at_most_seconds)
    except signing.SignatureExpired:
        raise TicketError("too_old") from None
    except Exception:  # whatever a stranger may put there: bad base64, bad zlib, no JSON
        raise TicketError("forged") from None
    if content["subject"] != subject:
        raise TicketError("foreign")
    if _is_younger_than(signer, ticket, content["after"]):
        raise TicketError("too_young")
    return content["nonce"]


def _is_younger_than(signer, ticket, seconds):
    """Return whether a valid ticket was issued less than `seconds` ago."""
    try:
        signer.unsign(ticket, max_age=seconds)
    except signing.SignatureExpired:
        return False
    return seconds > 0
