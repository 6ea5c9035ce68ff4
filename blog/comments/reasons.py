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
TOO_LONG = "too_long"
CLOSED = "closed"
UNSEEN = "unseen"
MANY_OF_VISITOR = "many_of_visitor"
MANY_OF_NETWORK = "many_of_network"
MANY_ON_PAGE = "many_on_page"
FLOOD = "flood"
REPEATED = "repeated"
LIKE_SPAM_SEEN = "like_spam_seen"
WORD_RULE = "word_rule"
SLOW_RULE = "slow_rule"
BANNED = "banned"
SPAM_BEFORE = "spam_before"
REFUSED_LATELY = "refused_lately"
SPAM_TODAY = "spam_today"
SPAM_LIKE = "spam_like"
LINKS = "links"
ONE_LINK = "one_link"
DOUBTFUL_LINK = "doubtful_link"
SPAM_HOST = "spam_host"
PRAISE = "praise"
EXPIRED = "expired"

WORDS = {
    POLICY: _("A person reads every reply here before it appears."),
    HONEYPOT: _("A field was filled in that people cannot see."),
    UNPROVED: _("Its writer has not shown yet that the e-mail address is theirs."),
    NEWCOMER: _("A person reads what new readers write before it appears."),
    PRIVATE: _("It is only for the author and those who moderate here."),
    NOT_ME: _("The owner of the e-mail address says that they did not write it."),
    WITHDRAWN: _("Its writer took it back."),
    EDITED: _("Its writer changed it, and nothing was found in the new words."),
    MASKED: _("An editor had marked a spoiler in it."),
    NO_BROWSER: _("Nothing showed that the form was sent by a browser."),
    RATED_BEFORE: _(
        "This film has stars already from the same e-mail address, or from the same network today."
    ),
    TOO_LONG: _("It is longer than a reply may be."),
    CLOSED: _("Replies were closed when it came."),
    UNSEEN: _("It has characters that cannot be seen, or that change how its words are read."),
    MANY_OF_VISITOR: _("The same visitor sent more within a short time than a person writes."),
    MANY_OF_NETWORK: _("More came from the same network within the hour than usual."),
    MANY_ON_PAGE: _("More came to this page within the hour than usual."),
    FLOOD: _("More comments came within the hour than usual, so a person reads them all first."),
    REPEATED: _("The same words, or nearly the same, came before."),
    LIKE_SPAM_SEEN: _("Nearly the same words stand in the spam folder."),
    WORD_RULE: _("The word rules of this journal keep it back."),
    SLOW_RULE: _("A pattern of the word rules took too long on it and was stopped."),
    BANNED: _("Comments from this address are not taken."),
    SPAM_BEFORE: _("Other comments of this address were spam."),
    REFUSED_LATELY: _("Much of what came from this address lately was not published."),
    SPAM_TODAY: _("Another comment that seems to come from the same visitor today was spam."),
    SPAM_LIKE: _("It resembles what was called spam here."),
    LINKS: _("It has so many links that a person reads it first."),
    ONE_LINK: _("It has a link."),
    DOUBTFUL_LINK: _("A link hides where it leads."),
    SPAM_HOST: _("It links to where spam led before."),
    PRAISE: _("Few words that would fit any page, from somebody whom nobody here knows."),
    EXPIRED: _("Nobody decided on it for five months."),
}

# The same to its writer, where the words above speak of them.
WORDS_TO_WRITER = {
    UNPROVED: _("You have not shown yet that this e-mail address is yours."),
    PRIVATE: _("You asked that only the author and those who moderate here read it."),
    WITHDRAWN: _("You took it back."),
    EDITED: _("You changed it, and nothing was found in the new words."),
    MANY_OF_VISITOR: _("More came from where you write in a short time than a person writes."),
    MANY_OF_NETWORK: _("More came from the network that you use within the hour than usual."),
}

# How it was sent, whatever its words: no edit changes that.
OF_THE_POST = {
    HONEYPOT, NO_BROWSER, RATED_BEFORE, CLOSED,
    MANY_OF_VISITOR, MANY_OF_NETWORK, MANY_ON_PAGE, FLOOD,
}  # fmt: skip

# Not for its writer: an address is typed and not proved, and what it once did is its owner's.
# What would only tell a spammer what to change is not for its writer either.
FOR_MODERATORS = {
    RATED_BEFORE, LIKE_SPAM_SEEN, SLOW_RULE, SPAM_BEFORE, REFUSED_LATELY, SPAM_TODAY, ONE_LINK,
    DOUBTFUL_LINK, SPAM_HOST, PRAISE,
}  # fmt: skip


def make_reason(code, detail=""):
    """Return a reason as it is stored: a code of WORDS and, where it helps, what was found."""
    return {"code": code, "detail": detail}


def describe_reasons(reasons, for_writer=False):
    """Return stored reasons as a list of sentences; a code that is no longer known is shown.

    Its writer is spoken to and does not read the details: which word, which comment, which site.
    """
    words = WORDS
    if for_writer:
        words = WORDS | WORDS_TO_WRITER
        reasons = [{"code": reason["code"]} for reason in reasons]
        reasons = [reason for reason in reasons if reason["code"] not in FOR_MODERATORS]
    return [
        f"{words.get(reason['code'], reason['code'])} {reason.get('detail', '')}".strip()
        for reason in reasons
    ]
