"""Notes that a reader wrote to the author alone: nobody reads them here, an answer goes by mail."""

from django.db import transaction
from django.utils.translation import gettext as _

from blog.outbox.server import has_mail_server

from ..actions import put_aside
from ..actions.moves import log_action
from ..notices.writing import can_answer_by_mail, note_answer


def why_no_mail(comment):
    """Return why a note's writer cannot be answered by mail, as a sentence; "" where they can."""
    if can_answer_by_mail(comment):
        return ""
    if not has_mail_server():
        return _("This journal sends no mail, so a note to the author cannot be answered here.")
    if not comment.email:
        return _("No e-mail address was left, so this cannot be answered.")
    if not comment.is_proved:
        return _(
            "The address is not proved, so nothing is mailed to it from here. Its owner can still "
            "prove it; or write to them yourself, if you trust the address."
        )
    return _("This reader wants no mail, or is banned.")


@transaction.atomic
def mail_answer(comment, words, by):
    """Have an answer mailed to the writer of a note, and put the note aside as read.

    Raises ValueError where that is not possible.
    """
    if comment.is_awaiting:
        put_aside(comment, by=by)  # first: a decision drops what is not mailed yet
    note_answer(comment, words, by)
    log_action(comment, "comments.answer_mailed", by)
