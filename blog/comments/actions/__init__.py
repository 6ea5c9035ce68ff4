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
from .editing import CHANGE_MINUTES, can_edit, can_withdraw, edit_comment, withdraw_comment
from .erasing import erase_comment

__all__ = [
    "CHANGE_MINUTES",
    "UNDO_SECONDS",
    "answer_as",
    "approve_comment",
    "can_edit",
    "can_withdraw",
    "check_may_rate",
    "edit_comment",
    "erase_comment",
    "get_thread",
    "hide_comment",
    "mark_spam",
    "put_aside",
    "record_comment",
    "reject_comment",
    "undo_judgement",
    "withdraw_comment",
]
