"""What happens to comments, sent after commit with `comment`, for caches, mail and search.

comment_submitted  a reader sent one (whatever its state)
comment_approved   one became visible: approved, shown again, or written by the journal's people
comment_removed    one that was visible is so no longer
comment_edited     its writer changed the words
"""

from django.dispatch import Signal

comment_submitted = Signal()
comment_approved = Signal()
comment_removed = Signal()
comment_edited = Signal()
