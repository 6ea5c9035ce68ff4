"""A moderator at the queue, for the tests of it."""

import re

from django.urls import reverse
from django.utils import timezone

from blog.comments.models import Comment, CommentEdit, Report

from ..admin import LIST, AdminTestCase

JSON = {"accept": "application/json"}


def report(comment, reason="rude", text=""):
    """Have a reader report a comment, as the reader's side does."""
    now = timezone.now()
    Comment.objects.filter(pk=comment.pk, reported_at=None).update(reported_at=now)
    comment.refresh_from_db()
    return Report.objects.create(comment=comment, reason=reason, text=text)


def change_words(comment, body="Other words.", **fields):
    """Have a comment's writer change it so that a person must read it first."""
    return CommentEdit.objects.create(comment=comment, body=body, **fields)


class DeskTestCase(AdminTestCase):
    def url(self, name, *args, query=""):
        return reverse(f"wagtailsnippets_comments_comment:{name}", args=args) + query

    def see(self, query=""):
        """Return what the queue shows."""
        return self.client.get(reverse(LIST) + query)

    def bodies(self, query=""):
        """Return the words of the comments that the queue shows, in its order."""
        return [comment.body for comment in self.see(query).context["object_list"]]

    def seen_version(self, comment):
        """Return what the form of a comment's row remembers of it."""
        html = self.client.get(self.url("inspect", comment.pk)).content.decode()
        return re.search(r'name="seen" value="([^"]*)"', html)[1]

    def press(self, comment, decision, **fields):
        """Press a button as the queue's script does."""
        url = self.url("decide", comment.pk)
        return self.client.post(url, {"decision": decision} | fields, headers=JSON)

    def undo(self, *ids, headers=JSON):
        return self.client.post(self.url("undo"), {"judgement": ids}, headers=headers)

    def log_of(self, comment):
        """Return what the audit log says of a comment, oldest first."""
        from wagtail.models import ModelLogEntry

        rows = ModelLogEntry.objects.filter(object_id=str(comment.pk)).order_by("pk")
        return list(rows.values_list("action", flat=True))
