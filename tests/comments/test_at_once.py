"""The same post from several processes at once, as an impatient reader or a retrying proxy does."""

from django.test import Client
from django.utils import timezone

from blog.comments.actions import edit_comment
from blog.comments.models import Comment, CommentEdit, Judgement
from blog.lib.tickets import issue_ticket
from home.setup import lay_out_journal
from tests.editorial.processes import in_children
from tests.factories.comments import make_comment
from tests.factories.posts import make_post
from tests.ground import CommittingTestCase

HEADERS = {"sec-fetch-site": "same-origin"}
WORDS = {"name": "Orla", "email": "orla@mail.example", "body": "The chairs, held again."}


class AtOnceTests(CommittingTestCase):
    def setUp(self):
        self.post = make_post(lay_out_journal().journal, "Held down")

    def send(self, ticket=None):
        """Post as a browser does; fail unless the answer is the way to the receipt."""
        ticket = ticket or issue_ticket(f"comment on {self.post.pk}")
        fields = WORDS | {"ticket": ticket, "action": "post"}
        response = Client().post(f"/comments/{self.post.pk}/", fields, headers=HEADERS)
        assert response.status_code == 303, response.status_code
        assert response.url.startswith("/comments/mine/"), response.url

    def test_one_form_sent_five_times_is_one_comment(self):
        ticket = issue_ticket(f"comment on {self.post.pk}")
        self.assertEqual(in_children(5, lambda: self.send(ticket)), [0] * 5)
        self.assertEqual(Comment.objects.count(), 1)
        self.assertEqual(Judgement.objects.count(), 1)

    def test_five_forms_with_the_same_words_are_one_comment(self):
        self.assertEqual(in_children(5, self.send), [0] * 5)
        self.assertEqual(Comment.objects.count(), 1)

    def test_edits_at_once_leave_one_that_waits(self):
        comment = make_comment(self.post)
        Comment.objects.filter(pk=comment.pk).update(created_at=timezone.now())

        def edit():
            assert edit_comment(Comment.objects.get(pk=comment.pk), "Other words.") == "waits"

        self.assertEqual(in_children(4, edit), [0] * 4)
        self.assertEqual(CommentEdit.objects.count(), 1)
