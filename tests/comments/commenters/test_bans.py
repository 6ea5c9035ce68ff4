"""Who is banned is told when they next send something in, and not before."""

from django.utils import timezone

from blog.comments.commenters.bans import get_ban_sentence
from blog.comments.commenters.merging import merge
from blog.comments.models import Comment, Commenter
from tests.comments.posting import PostingTestCase

from .readers import make_reader


class BanTests(PostingTestCase):
    def setUp(self):
        self.reader = make_reader("orla@mail.example", banned_at=timezone.now())

    def row(self):
        return Commenter.objects.get(pk=self.reader.pk)

    def test_everybody_else_hears_nothing(self):
        other = make_reader("other@mail.example")
        with self.assertNumQueries(0):
            self.assertEqual(get_ban_sentence(None), "")
            self.assertEqual(get_ban_sentence(other), "")

    def test_looking_at_a_page_tells_nobody(self):
        self.client.get(self.post.get_url())
        self.assertIsNone(self.row().ban_told_at)

    def test_the_form_tells_them_and_keeps_their_words(self):
        for email in ("orla@mail.example", " ORLA@mail.example"):
            response = self.send(email=email)
            self.assert_kept(response, 422)
            self.assertContains(response, "no replies from this address", status_code=422)
        self.assertIsNotNone(self.row().ban_told_at)

    def test_when_they_were_told_first_is_kept(self):
        get_ban_sentence(self.row())
        first = self.row().ban_told_at
        get_ban_sentence(self.row())
        self.assertEqual(self.row().ban_told_at, first)

    def test_all_addresses_of_the_person_are_banned(self):
        other = make_reader("other@mail.example", banned_at=timezone.now())
        merge(other, self.reader)
        self.assertEqual(self.send(email="other@mail.example").status_code, 422)

    def test_after_the_ban_is_lifted_they_write_again(self):
        Commenter.objects.update(banned_at=None)
        self.assertEqual(self.send().status_code, 303)
        self.assertTrue(Comment.objects.filter(name="Orla").exists())
