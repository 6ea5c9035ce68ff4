"""Why a comment waits, in words for its writer and for the person who decides."""

from django.utils.translation import gettext_lazy as _

POLICY = "policy"
HONEYPOT = "honeypot"
NO_BROWSER = "no_browser"
WITHDRAWN = "withdrawn"

WORDS = {
    POLICY: _("A person reads every reply here before it appears."),
    HONEYPOT: _("A field was filled in that people cannot see."),
    WITHDRAWN: _("Its writer took it back."),
    NO_BROWSER: _("Nothing showed that the form was sent by a browser."),
}


def make_reason(code, detail=""):
    """Return a reason as it is stored: a code of WORDS and, where it helps, what was found."""
    return {"code": code, "detail": detail}


def describe_reasons(reasons):
    """Return stored reasons as a list of sentences; a code that is no longer known is shown."""
    return [
        f"{WORDS.get(reason['code'], reason['code'])} {reason.get('detail', '')}".strip()
        for reason in reasons
    ]
