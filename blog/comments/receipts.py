"""The signed address at which a writer finds their own comment, and what it says of its state."""

from dataclasses import dataclass

from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .models import Comment, Judgement
from .reasons import describe_reasons

SALT = "blog.comments.receipts"
Status = Comment.Status


@dataclass(frozen=True)
class State:
    """What its writer is told: a heading, a sentence, and why as a list of sentences."""

    heading: str
    sentence: str
    why: list


HEADINGS = {
    Status.PENDING: _("Waiting"),
    Status.PUBLISHED: _("Published"),
    Status.REJECTED: _("Not published"),
    Status.SPAM: _("Not published"),
    Status.HIDDEN: _("Taken off the page"),
    Status.NOTED: _("Read"),
}
SENTENCES = {
    Status.PENDING: _(
        "Only you can see this. It is waiting to be read and will appear once approved."
    ),
    Status.PUBLISHED: _("Everyone can read this."),
    Status.REJECTED: _("Only you can see this. It was not put on the page."),
    Status.SPAM: _("Only you can see this. It was not put on the page."),
    Status.HIDDEN: _("Only you can see this. It was on the page and was taken off it."),
    Status.NOTED: _(
        "It was read. Only the author and those who moderate here could read it: it is never "
        "published."
    ),
}
PRIVATE = _("Only you, the author and those who moderate here can see this. It is never published.")
EDIT_WAITS = _("Everyone can read the first words. Your new ones wait to be read.")
BY_A_PERSON = _("A person read it and decided so.")
BY_RULES = _("No person has decided about it: the rules of this journal kept it back.")


def get_receipt_url(comment):
    """Return the address that shows a comment to its writer and to whoever they give it."""
    # Without a time in it, so that a comment has one address wherever it is asked for.
    return reverse("comments:receipt", args=[signing.Signer(salt=SALT).sign_object(comment.pk)])


def read_receipt(token):
    """Return the id in a receipt's token, or None when we did not sign it."""
    try:
        return signing.Signer(salt=SALT).unsign_object(token)
    except signing.BadSignature:
        return None


def describe_state(comment, edit=None):
    """Return the State of a comment for its writer. edit: the CommentEdit that waits, or None.

    What was found in words that are not published is not told: it would teach how to get round it.
    """
    heading, sentence = HEADINGS[comment.status], SENTENCES[comment.status]
    if comment.status == Status.PENDING:
        sentence = PRIVATE if comment.is_private else sentence
        return State(heading, sentence, describe_reasons(comment.reasons, for_writer=True))
    if comment.is_published and edit:
        return State(heading, EDIT_WAITS, describe_reasons(edit.reasons, for_writer=True))
    if comment.status in (Status.REJECTED, Status.SPAM, Status.HIDDEN):
        last = comment.judgements.order_by("-pk").first()
        by_rules = last and last.how == Judgement.How.RULES
        return State(heading, sentence, [BY_RULES if by_rules else BY_A_PERSON])
    return State(heading, sentence, [])
