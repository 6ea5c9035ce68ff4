"""Readers' comments, who wrote them, what was decided, and how a site takes them.

`CommentableMixin` can be imported from here too.
"""

from ..commentable import CommentableMixin
from .comment import Comment
from .commenter import Commenter
from .edit import CommentEdit
from .judgement import Judgement
from .notice import ModeratorMail, Notice
from .report import Report
from .settings import CommentSettings
from .spam import SpamToken, WordRule
from .visitor import RateCount, VisitorSalt

__all__ = [
    "Comment",
    "CommentEdit",
    "CommentSettings",
    "CommentableMixin",
    "Commenter",
    "Judgement",
    "ModeratorMail",
    "Notice",
    "RateCount",
    "Report",
    "SpamToken",
    "VisitorSalt",
    "WordRule",
]
