"""From a row to a message: what may stand in it, and what stands in each.

Words are carried as they are: no template engine and no joining of header lines by hand.
"""

from email.header import Header
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email
from django.utils.encoding import punycode

# What a part may add; every other header is ours or the mail server's to write.
ALLOWED_HEADERS = {
    name.lower(): name
    for name in (
        "In-Reply-To",
        "List-Id",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "References",
        "Reply-To",
    )
}
LONGEST_HEADER = 900  # characters; RFC 5322 ends a line at 998
LONGEST_SUBJECT = 200


def clean_recipient(address):
    """Return an address as it is kept; raises ValueError when it is none."""
    address = refuse_line_breaks(address.strip(), "recipient")
    try:
        validate_email(address)
    except ValidationError:
        # The address itself would stand in a log.
        raise ValueError("The recipient of a mail is no e-mail address.") from None
    name, _, domain = address.rpartition("@")
    return f"{name}@{domain.lower()}"


def clean_subject(subject):
    """Return a subject in one line, cut where it is too long.

    Raises ValueError when it holds a line break or says nothing.
    """
    subject = clean_words(refuse_line_breaks(subject, "subject")).strip()
    if not subject:
        raise ValueError("A mail needs a subject.")
    if len(subject) > LONGEST_SUBJECT:
        subject = subject[: LONGEST_SUBJECT - 1].rstrip() + "…"
    return subject


def clean_words(words):
    """Return `words` without what a database or UTF-8 cannot hold: NUL and halves of characters."""
    return words.replace("\0", "").encode("utf-8", "replace").decode()


def clean_headers(headers):
    """Return a dict of headers in their usual spelling.

    Raises ValueError for one that is not ours to set, or not a line of plain characters.
    """
    cleaned = {}
    for name, value in (headers or {}).items():
        known = ALLOWED_HEADERS.get(name.lower())
        if not known:
            allowed = ", ".join(sorted(ALLOWED_HEADERS.values()))
            raise ValueError(f"The header {name!r} is not one that a mail may have: {allowed}.")
        refuse_line_breaks(value, known)
        if not value.isascii() or not value.isprintable() or len(value) > LONGEST_HEADER:
            raise ValueError(f"The header {known} is not a line of plain characters.")
        cleaned[known] = value
    if "List-Unsubscribe-Post" in cleaned and "List-Unsubscribe" not in cleaned:
        raise ValueError("List-Unsubscribe-Post means nothing without List-Unsubscribe.")
    return cleaned


def refuse_line_breaks(value, name):
    """Return `value`; raises ValueError where it holds anything that Python takes for a break."""
    if "".join(value.splitlines()) != value:
        raise ValueError(f"The {name} of a mail holds a line break.")
    return value


def message_id(dedupe_key):
    """Return the Message-ID of the mail with that key: always the same one.

    A mail that is sent twice, because a worker died in between, is then known for one.
    """
    host = urlsplit(settings.SITE_URL).hostname
    try:
        domain = f"[IPv6:{ip_address(host)}]" if ":" in host else str(ip_address(host))
    except ValueError:
        domain = punycode(host)
    return f"<{sha256(dedupe_key.encode()).hexdigest()[:40]}@{domain}>"


def make_message(mail):
    """Return the EmailMessage of a row; Django adds the Date and MIME."""
    message = EmailMultiAlternatives(
        subject=_shield(mail.subject),
        body=mail.text,
        to=[mail.recipient],
        headers={
            **mail.headers,
            "Message-ID": message_id(mail.dedupe_key),
            # RFC 3834: no machine answers it with "I am away".
            "Auto-Submitted": "auto-generated",
        },
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message


def _shield(subject):
    """Return a subject in which nothing that someone wrote is read as an encoded word."""
    if "=?" not in subject:
        return subject
    return " ".join(Header(subject, "utf-8").encode().split())
