"""How a reader posts, for the tests of it."""

from django.test import TestCase

from blog.comments.models import Comment
from blog.lib.tickets import issue_ticket
from home.setup import lay_out_journal
from tests.factories.posts import make_post

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


class PostingTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.pages = lay_out_journal()
        # About chairs, as what is sent is: words that fit any page are held for that.
        cls.post = make_post(
            cls.pages.journal,
            "Held down",
            standfirst="Four days, twelve chairs.",
            prompt="What did you hold?",
        )

    def send(self, page=None, *, ticket=None, headers=SAME_ORIGIN, **fields):
        """Post a comment with a valid ticket unless told otherwise; None leaves a field out."""
        page_id = getattr(page, "pk", page) or self.post.pk
        if ticket is None:
            ticket = issue_ticket(f"comment on {page_id}")
        fields = {
            "name": "Orla", "email": "orla@mail.example", "body": "Chairs again.",
            "parent": "", "notify": "", "action": "post", "ticket": ticket,
        } | fields  # fmt: skip
        fields = {name: value for name, value in fields.items() if value is not None}
        return self.client.post(f"/comments/{page_id}/", fields, headers=headers)

    def assert_kept(self, response, status, words="Chairs again."):
        """The answer has this status, shows the words again, and nothing was stored."""
        self.assertContains(response, words, status_code=status)
        self.assertFalse(Comment.objects.filter(name="Orla").exists())
        self.assertNotIn("Set-Cookie", response.headers)
