"""What replies and reviews are called where readers meet them, and how many there are."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .commentable import Policy


@dataclass(frozen=True)
class Wording:
    """The words of one kind of comment. about: with the page's title."""

    about: str  # over the form on a page of its own
    write: str  # over the form under a page
    field: str  # the label of the words
    note: str  # under the heading of the form, where a person reads everything
    note_for_new: str  # where one reads what new people write
    note_for_proved: str  # where what a proved address sends appears at once
    instead: str  # of answering somebody
    own: str  # what its writer wrote
    post: str  # the button
    withdraw: str
    back: str  # to all of them
    nothing_yet: str
    closed: str
    closed_by_hand: str  # with the date
    closed_on: str  # with the date and the days
    closed_after_last: str  # the same, counted from the last one
    stays: str  # what becomes of what was said
    pages: str  # what the pager leads through
    to_newer: str
    to_older: str


REPLY = Wording(
    about=gettext_lazy("Reply to “%(title)s”"),
    write=gettext_lazy("Leave a reply"),
    field=gettext_lazy("Your reply"),
    note=gettext_lazy(
        "Your email address is never shown. A person reads every reply before it appears."
    ),
    note_for_new=gettext_lazy(
        "Your email address is never shown. A first reply is read by a person before it appears."
    ),
    note_for_proved=gettext_lazy(
        "Your email address is never shown. Your reply appears at once if the address is proved, "
        "and otherwise once a person has read it."
    ),
    instead=gettext_lazy("Start a new thread instead"),
    own=gettext_lazy("Your reply"),
    post=gettext_lazy("Post reply"),
    withdraw=gettext_lazy("Withdraw my reply"),
    back=gettext_lazy("Back to all replies"),
    nothing_yet=gettext_lazy("No replies yet. Be the first."),
    closed=gettext_lazy("Replies are closed."),
    closed_by_hand=gettext_lazy("Replies were closed by the author on %(date)s."),
    closed_on=gettext_lazy("Replies closed on %(date)s, after %(days)s."),
    closed_after_last=gettext_lazy("Replies closed on %(date)s, after %(days)s without a new one."),
    stays=gettext_lazy("What was said stays here to be read."),
    pages=gettext_lazy("Pages of replies"),
    to_newer=gettext_lazy("Later replies"),
    to_older=gettext_lazy("Earlier replies"),
)

REVIEW = Wording(
    about=gettext_lazy("Your review of “%(title)s”"),
    write=gettext_lazy("Seen it?"),
    field=gettext_lazy("A few words"),
    note=gettext_lazy(
        "Your email address is never shown. A person reads every review before it appears."
    ),
    note_for_new=gettext_lazy(
        "Your email address is never shown. A first review is read by a person before it appears."
    ),
    note_for_proved=gettext_lazy(
        "Your email address is never shown. Your review appears at once if the address is proved, "
        "and otherwise once a person has read it."
    ),
    instead=gettext_lazy("Write a review instead"),
    own=gettext_lazy("Your review"),
    post=gettext_lazy("Send"),
    withdraw=gettext_lazy("Withdraw my review"),
    back=gettext_lazy("Back to all reviews"),
    nothing_yet=gettext_lazy("No reviews yet. Be the first."),
    closed=gettext_lazy("Reviews are closed."),
    closed_by_hand=gettext_lazy("Reviews were closed by the author on %(date)s."),
    closed_on=gettext_lazy("Reviews closed on %(date)s, after %(days)s."),
    closed_after_last=gettext_lazy("Reviews closed on %(date)s, after %(days)s without a new one."),
    stays=gettext_lazy("What was said stays here to be read."),
    pages=gettext_lazy("Pages of reviews"),
    to_newer=gettext_lazy("Newer reviews"),
    to_older=gettext_lazy("Older reviews"),
)


def get_wording(page, is_answer=False):
    """Return the words for what is written on a page: a film's are reviews, answers are replies."""
    return REVIEW if page.takes_ratings and not is_answer else REPLY


def get_note(wording, policy):
    """Return what stands under the form's heading: who reads what is sent, under a policy."""
    notes = {
        Policy.REVIEW_NEW: wording.note_for_new,
        Policy.REVIEW_SUSPICIOUS: wording.note_for_proved,
    }
    return notes.get(policy, wording.note)


def get_closed_words(wording, closing):
    """Return what a closed page says: since when and why, as far as that is known."""
    if closing.is_by_hand:
        sentence = wording.closed_by_hand if closing.closes_at else wording.closed
    else:
        sentence = wording.closed_after_last if closing.is_after_comment else wording.closed_on
    if closing.closes_at:
        date = date_format(timezone.localtime(closing.closes_at), _("j F Y"))
        sentence = sentence % {"date": date, "days": days_in_words(closing.days)}
    return f"{sentence} {wording.stays}"


def days_in_words(days):
    """Return "ninety days" for 90, within a sentence; numbers that are not round as digits."""
    words = {7: _("seven"), 14: _("fourteen"), 30: _("thirty"), 60: _("sixty"), 90: _("ninety")}
    number = words.get(days) or number_format(days, force_grouping=True)
    return ngettext("%(number)s day", "%(number)s days", days) % {"number": number}


def count_in_words(count):
    """Return "Three" for 3: words up to ten, digits beyond, at the start of a sentence."""
    words = [_("No"), _("One"), _("Two"), _("Three"), _("Four"), _("Five")]
    words += [_("Six"), _("Seven"), _("Eight"), _("Nine"), _("Ten")]
    return words[count] if count < len(words) else number_format(count, force_grouping=True)


def replies_heading(count):
    """Return the heading over a thread: "Five replies", or "Replies" over none."""
    if not count:
        return _("Replies")
    heading = ngettext("%(number)s reply", "%(number)s replies", count)
    return heading % {"number": count_in_words(count)}


def things_to_fix(count):
    """Return the heading over a form's errors: "Two things to fix before …"."""
    heading = ngettext(
        "%(number)s thing to fix before this can be posted",
        "%(number)s things to fix before this can be posted",
        count,
    )
    return heading % {"number": count_in_words(count)}
