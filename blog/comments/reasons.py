"""Why a comment waits, in words for its writer and for the person who decides."""

from django.utils.translation import gettext_lazy as _

POLICY = "policy"
HONEYPOT = "honeypot"
NO_BROWSER = "no_browser"
RATED_BEFORE = "rated_before"
WITHDRAWN = "withdrawn"
UNPROVED = "unproved"
NEWCOMER = "newcomer"
PRIVATE = "private"
NOT_ME = "not_me"
EDITED = "edited"
MASKED = "masked"

WORDS = {
    POLICY: _("A person reads every reply here before it appears."),
    HONEYPOT: _("A field was filled in that people cannot see."),
    UNPROVED: _("Its writer has not shown yet that the e-mail address is theirs."),
    NEWCOMER: _("A person reads what new readers write before it appears."),
    PRIVATE: _("It is for the author alone and is not published."),
    NOT_ME: _("The owner of the e-mail address says that they did not write it."),
    WITHDRAWN: _("Its writer took it back."),
    EDITED: _("Its writer changed it, and nothing was found in the new words."),
    MASKED: _("An editor had marked a spoiler in it."),
    NO_BROWSER: _("Nothing showed that the form was sent by a browser."),
    RATED_BEFORE: _(
        "This film has stars already from the same e-mail address, or from the same network today."
    ),
}

# How it was sent, whatever its words: no edit changes that.
OF_THE_POST = {HONEYPOT, NO_BROWSER, RATED_BEFORE}

# Not for its writer: an address is typed and not proved, and what it once did is its owner's.
FOR_MODERATORS = {RATED_BEFORE}


def make_reason(code, detail=""):
    """Return a reason as it is stored: a code of WORDS and, where it helps, what was found."""
    return {"code": code, "detail": detail}


def describe_reasons(reasons, for_writer=False):
    """Return stored reasons as a list of sentences; a code that is no longer known is shown."""
    if for_writer:
        reasons = [reason for reason in reasons if reason["code"] not in FOR_MODERATORS]
    return [
        f"{WORDS.get(reason['code'], reason['code'])} {reason.get('detail', '')}".strip()
        for reason in reasons
    ]
