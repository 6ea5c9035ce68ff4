"""Comments that their writers change, and verdicts on the new words."""

from unittest import mock

from django.utils import timezone

from blog.comments import actions
from blog.comments.actions import editing
from blog.comments.checks import Verdict
from blog.comments.models import Comment
from tests.factories.comments import make_comment

from .test_actions import ActionTestCase

CLEAN = Verdict("published")
SUSPICIOUS = Verdict("pending", [{"code": "links", "detail": "2"}])
SPAM = Verdict("spam", [{"code": "spam", "detail": ""}], 0.99)


class EditingTestCase(ActionTestCase):
    def make_new(self, body="First words.", **fields):
        comment = make_comment(self.post, body, status="pending")
        fields = {"created_at": timezone.now()} | fields
        if fields.get("status") in ("published", "hidden"):
            fields.setdefault("published_at", timezone.now())
        Comment.objects.filter(pk=comment.pk).update(**fields)
        comment.refresh_from_db()
        return comment

    def edit(self, comment, body="Other words.", verdict=None, half_stars=None):
        """Edit with all that is done after commit; `verdict` stands in for the checks."""
        judged = mock.patch.object(editing, "judge", return_value=verdict)
        with judged if verdict else mock.MagicMock():
            return self.call(actions.edit_comment, comment, body, half_stars)

    def body_of(self, comment):
        return Comment.objects.get(pk=comment.pk).body
