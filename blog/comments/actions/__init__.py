"""Everything that changes a comment: refusals first, one conditional UPDATE, then signals."""

from .answering import answer_as, check_may_rate, get_thread, record_comment
from .deciding import (
    UNDO_SECONDS,
    approve_comment,
    hide_comment,
    mark_spam,
    put_aside,
    reject_comment,
    undo_judgement,
)
from .editing import (
    CHANGE_MINUTES,
    can_change,
    edit_comment,
    get_change_limit,
    withdraw_comment,
    words_version,
)
from .edits import accept_edit, drop_edit, refuse_edit
from .erasing import erase_comment

__all__ = [
    "CHANGE_MINUTES",
    "UNDO_SECONDS",
    "accept_edit",
    "answer_as",
    "approve_comment",
    "can_change",
    "check_may_rate",
    "drop_edit",
    "edit_comment",
    "erase_comment",
    "get_change_limit",
    "get_thread",
    "hide_comment",
    "mark_spam",
    "put_aside",
    "record_comment",
    "refuse_edit",
    "reject_comment",
    "undo_judgement",
    "withdraw_comment",
    "words_version",
]
