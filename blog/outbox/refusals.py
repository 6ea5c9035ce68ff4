"""What a mail server's failure means, and how it is said to people."""

import re
import smtplib
import ssl

from django.utils.translation import gettext as _

LONGEST_ANSWER = 300
# "5.7.1 Relaying denied" is said of us, not of the address.
POLICY = re.compile(r"5\.7\.\d+")


class NoMailServer(Exception):  # noqa: N818 - it is a state, not somebody's error
    """EMAIL_URL names no server any more, though mails were queued when it did."""


def refused_recipient(error):
    """Return the server's code and answer when it refused the recipient, else None."""
    if isinstance(error, smtplib.SMTPRecipientsRefused) and error.recipients:
        code, answer = next(iter(error.recipients.values()))
        return code, read_answer(answer)
    return None


def is_refused_recipient(error):
    """Tell whether the server refused the recipient for good, so that asking again is no use."""
    refusal = refused_recipient(error)
    return bool(refusal) and 500 <= refusal[0] < 600


def is_about_the_address(error):
    """Tell whether it was refused because the address is none, not because of who we are."""
    return is_refused_recipient(error) and not POLICY.match(refused_recipient(error)[1])


def in_words(error):
    """Return a sentence that says to an editor why a mail was not sent."""
    refusal = refused_recipient(error)
    if refusal:
        return _("The mail server refuses this address: %(answer)s") % {
            "answer": f"{refusal[0]} {refusal[1]}"
        }
    if isinstance(error, NoMailServer):
        return _("No mail server is set up: EMAIL_URL is empty.")
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return _("The mail server does not accept the name and password in EMAIL_URL.")
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return _("The mail server hung up or did not answer in time.")
    if isinstance(error, smtplib.SMTPResponseException):
        answer = f"{error.smtp_code} {read_answer(error.smtp_error)}"
        return _("The mail server refuses this mail: %(answer)s") % {"answer": answer}
    if isinstance(error, TimeoutError):
        return _("The mail server did not answer in time.")
    if isinstance(error, ssl.SSLError):
        return _("No safe connection to the mail server: %(reason)s") % {"reason": error}
    if isinstance(error, OSError) and not isinstance(error, smtplib.SMTPException):
        reason = error.strerror or error
        return _("The mail server cannot be reached: %(reason)s") % {"reason": reason}
    return f"{type(error).__name__}: {error}"[:LONGEST_ANSWER]


def read_answer(answer):
    """Return what a server answered, bytes or str, as one short line."""
    words = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else str(answer)
    return " ".join(words.replace("\0", "").split())[:LONGEST_ANSWER]
