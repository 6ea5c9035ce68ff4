"""The address at which a writer finds their comment, and may still change it."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from blog.comments import actions
from blog.comments.models import Comment
from blog.comments.receipts import get_receipt_url
from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


class ReceiptTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.post = make_post(lay_out_journal().journal, "Held down")

    def setUp(self):
        self.comment = make_comment(
            self.post, "My <b>words</b>.", status="pending", name="Orla", email="orla@mail.example",
            reasons=[{"code": "honeypot", "detail": ""}, {"code": "of the future", "detail": "x"}],
        )  # fmt: skip
        Comment.objects.filter(pk=self.comment.pk).update(created_at=timezone.now())
        self.comment.refresh_from_db()
        self.url = get_receipt_url(self.comment)

    def change(self, headers=SAME_ORIGIN, **fields):
        return self.client.post(self.url, fields, headers=headers)

    def test_an_address_that_we_did_not_sign_is_404(self):
        for token in ("x", "MQ", f"{self.comment.pk}", self.url.split("/")[-2][:-1] + "!"):
            response = self.client.get(f"/comments/mine/{token}/")
            self.assertContains(response, "There is no such reply", status_code=404)

    def test_a_change_from_another_site_is_refused(self):
        response = self.change({"sec-fetch-site": "cross-site"}, action="withdraw")
        self.assertEqual(response.status_code, 403)
        self.assertTrue(Comment.objects.filter(pk=self.comment.pk).exists())

    def test_an_empty_edit_is_422(self):
        response = self.change(action="edit", body=" ")
        self.assertContains(response, "Write something first.", status_code=422)

    def test_too_late_an_edit_keeps_the_new_words_to_copy(self):
        long_ago = timezone.now() - timedelta(minutes=16)
        Comment.objects.filter(pk=self.comment.pk).update(created_at=long_ago)
        response = self.change(action="edit", body="New words.")
        self.assertContains(response, "It is too late", status_code=422)
        self.assertContains(response, "New words.", status_code=422)
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.body, "My <b>words</b>.")

    def test_reading_changes_nothing(self):
        for _ in range(2):
            self.client.get(self.url)
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.status, "pending")

    def test_a_waiting_comment_is_shown_with_its_state_and_why(self):
        response = self.client.get(self.url)
        self.assertContains(response, "My &lt;b&gt;words&lt;/b&gt;.")
        self.assertContains(response, "Only you can see this.")
        self.assertContains(response, "A field was filled in that people cannot see.")
        self.assertContains(response, "of the future x")
        self.assertContains(response, "Withdraw my reply")

    def test_nothing_of_it_is_kept_by_caches_or_search_engines_or_in_cookies(self):
        response = self.client.get(self.url)
        self.assertIn("no-store", response.headers["Cache-Control"])
        self.assertContains(response, '<meta name="robots" content="noindex">')
        self.assertNotContains(response, "orla@mail.example")
        self.assertFalse(response.cookies)

    def test_every_state_has_its_sentence_and_only_waiting_ones_a_form_to_edit(self):
        sentences = {
            "published": "Everyone can read this.",
            "rejected": "not put on the page",
            "spam": "not put on the page",
            "hidden": "was taken off it",
        }
        for status, sentence in sentences.items():
            Comment.objects.filter(pk=self.comment.pk).update(
                status=status, published_at=timezone.now()
            )
            response = self.client.get(self.url)
            self.assertContains(response, sentence)
            self.assertNotContains(response, "Save the change")

    def test_an_edit_in_time(self):
        response = self.change(action="edit", body="New\r\nwords.")
        self.assertRedirects(response, self.url, status_code=303)
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.body, "New\nwords.")

    def test_a_withdrawal_leaves_nothing_but_the_news_of_it(self):
        response = self.change(action="withdraw")
        self.assertEqual(response.status_code, 303)
        self.assertFalse(Comment.objects.exists())
        self.assertContains(self.client.get(self.url), "This reply is gone", status_code=410)

    def test_an_erased_comment_is_gone_for_its_writer_too(self):
        make_comment(self.post, parent=self.comment)
        actions.erase_comment(self.comment)
        self.assertEqual(self.client.get(self.url).status_code, 410)
