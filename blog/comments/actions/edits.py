"""What is decided about new words that wait, while the old ones stand.

Each returns whether it was done. A comment that was edited again has another row, so nobody
decides about words that they did not see.
"""

from django.db import transaction

from ..models import Comment, CommentEdit, Judgement
from ..signals import comment_edited
from ..spam.likeness import fill_prints
from ..spam.training import HAM, take_turn, teach
from .moves import log_action, send


def accept_edit(edit, by):
    """Put waiting new words in the place of the old ones; False if they are not there any more."""
    with transaction.atomic():
        take_turn(Judgement.How.PERSON)
        if not CommentEdit.objects.filter(pk=edit.pk).delete()[0]:
            return False
        comment = Comment.objects.select_for_update().get(pk=edit.comment_id)
        teach(comment, "")
        words = {"body": edit.body, "half_stars": edit.half_stars, "edited_at": edit.created_at}
        words["masked"] = [passage for passage in comment.masked if passage in edit.body]
        Comment.objects.filter(pk=comment.pk).update(**words, **make_prints(edit.body))
        comment.refresh_from_db()
        if comment.is_published:
            teach(comment, HAM)
        log_action(comment, "comments.edit_accepted", by)
        send(comment_edited, comment)
    return True


def refuse_edit(edit, by):
    """Drop waiting new words: the old ones stay. False if they are not there any more."""
    with transaction.atomic():
        if not CommentEdit.objects.filter(pk=edit.pk).delete()[0]:
            return False
        log_action(edit.comment, "comments.edit_refused", by)
    return True


def drop_edit(comment):
    """Take waiting new words back, as their writer; whether there were any."""
    return bool(CommentEdit.objects.filter(comment=comment).delete()[0])


def make_prints(body):
    """Return what near-duplicates of some words are found by, as columns of their comment."""
    words = Comment(body=body)
    fill_prints(words)
    return {name: getattr(words, name) for name in ("words_hash", "simhash", "link_hosts")}
