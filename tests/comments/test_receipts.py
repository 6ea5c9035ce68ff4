"""The address at which a writer finds their comment, and may still change it."""

from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.comments import actions
from blog.comments.models import Comment, CommentEdit, Judgement
from blog.comments.receipts import get_receipt_url
from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


class ReceiptTestCase(TestCase):
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

    def set(self, **fields):
        Comment.objects.filter(pk=self.comment.pk).update(**fields)


class ReceiptTests(ReceiptTestCase):
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

    def test_too_late_a_withdrawal_says_only_that(self):
        self.set(created_at=timezone.now() - timedelta(minutes=16))
        response = self.change(action="withdraw")
        self.assertContains(response, "It is too late", status_code=422)
        self.assertNotContains(response, "Write something first.", status_code=422)
        self.assertNotContains(response, "Your words, to copy", status_code=422)
        self.assertTrue(Comment.objects.filter(pk=self.comment.pk).exists())

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
        self.assertContains(response, "of the future")
        self.assertNotContains(response, "of the future x")
        self.assertContains(response, "Withdraw my reply")

    def test_nothing_of_it_is_kept_by_caches_or_search_engines_or_in_cookies(self):
        response = self.client.get(self.url)
        self.assertIn("no-store", response.headers["Cache-Control"])
        self.assertContains(response, '<meta name="robots" content="noindex">')
        self.assertNotContains(response, "orla@mail.example")
        self.assertFalse(response.cookies)

    def test_a_changed_mind_that_no_page_can_hold_any_more_can_be_copied(self):
        actions.erase_comment(self.comment)
        response = self.change(action="edit", body="New words.")
        self.assertContains(response, "This reply is gone", status_code=410)

    def test_every_state_has_its_heading_and_its_sentence(self):
        said = {
            "pending": ("Waiting", "Only you can see this."),
            "published": ("Published", "Everyone can read this."),
            "rejected": ("Not published", "It was not put on the page."),
            "spam": ("Not published", "It was not put on the page."),
            "hidden": ("Taken off the page", "was taken off it."),
            "noted": ("Read", "It was read. Only the author and those who moderate here could"),
        }
        for status, (heading, sentence) in said.items():
            with self.subTest(status):
                self.set(status=status, published_at=timezone.now())
                response = self.client.get(self.url)
                self.assertContains(response, f">{heading}</h2>")
                self.assertContains(response, sentence)
                self.assertNotContains(response, "Spam")
                self.assertNotContains(response, "spam")

    def test_only_what_waits_or_stands_can_be_changed_and_it_says_until_when(self):
        until = timezone.localtime(self.comment.created_at + timedelta(minutes=15))
        for status in ("pending", "published", "rejected", "spam", "hidden", "noted"):
            self.set(status=status, published_at=timezone.now())
            html = self.client.get(self.url).content.decode()
            may_change = status in ("pending", "published")
            self.assertEqual("Save the change" in html, may_change, status)
            self.assertEqual("Withdraw my reply" in html, may_change, status)
            self.assertEqual(f">{until:%H:%M}</time>" in html, may_change, status)

    def test_what_was_answered_says_that_it_stands(self):
        self.set(status="published", published_at=timezone.now())
        make_comment(self.post, parent=self.comment)
        response = self.client.get(self.url)
        self.assertNotContains(response, "Save the change")
        self.assertContains(response, "That is over.")

    def test_who_decided_against_it_is_said_and_not_what_was_found(self):
        self.set(status="rejected")
        for how, sentence in (("rules", "No person has decided"), ("person", "A person read it")):
            Judgement.objects.create(comment=self.comment, how=how, to_status="rejected")
            response = self.client.get(self.url)
            self.assertContains(response, sentence)
            self.assertNotContains(response, "A field was filled in")

    def test_a_private_comment_says_who_reads_it(self):
        self.set(is_private=True)
        self.assertContains(
            self.client.get(self.url),
            "Only you, the author and those who moderate here can see this.",
        )

    def test_a_page_that_went_away_is_not_linked(self):
        self.post.unpublish()
        response = self.client.get(self.url)
        self.assertContains(response, "Only you can see this.")
        self.assertNotContains(response, "#comments")

    def test_asking_twice_costs_the_same(self):
        for number in range(3):
            make_comment(self.post, f"{number}", parent=self.comment, status="pending")
        self.client.get(self.url)
        with CaptureQueriesContext(connection) as few:
            self.client.get(self.url)
        for number in range(10):
            make_comment(self.post, f"{number}", parent=self.comment, status="pending")
        with self.assertNumQueries(len(few)):
            self.client.get(self.url)

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


class PublishedEditTests(ReceiptTestCase):
    def setUp(self):
        super().setUp()
        self.set(status="published", published_at=timezone.now())
        self.change(action="edit", body="New words.")

    def test_old_and_new_words_are_shown_and_the_form_holds_the_new_ones(self):
        response = self.client.get(self.url)
        self.assertContains(response, "Your new ones wait to be read.")
        self.assertContains(response, "<p>New words.</p>")
        self.assertContains(response, "<p>My &lt;b&gt;words&lt;/b&gt;.</p>")
        self.assertContains(response, "\nNew words.</textarea>")
        self.assertContains(response, "A person reads every reply")

    def test_the_change_can_be_taken_back(self):
        self.assertEqual(self.change(action="drop").status_code, 303)
        self.assertFalse(CommentEdit.objects.exists())
        self.assertNotContains(self.client.get(self.url), "New words.")

    def test_an_edit_from_another_site_is_refused(self):
        response = self.change({"sec-fetch-site": "cross-site"}, action="drop")
        self.assertEqual(response.status_code, 403)
        self.assertTrue(CommentEdit.objects.exists())


class PlaceTests(ReceiptTestCase):
    """What a script shows the writer where the comment would stand."""

    def ask(self):
        return self.client.get(f"{self.url}place/")

    def test_an_address_that_we_did_not_sign_is_404_and_what_is_gone_410(self):
        self.assertEqual(self.client.get("/comments/mine/x/place/").status_code, 404)
        actions.erase_comment(self.comment)
        self.assertEqual(self.ask().status_code, 410)

    def test_only_a_get_is_answered(self):
        self.assertEqual(self.client.post(f"{self.url}place/").status_code, 405)

    def test_a_waiting_comment_with_its_notice_and_what_can_be_done(self):
        response = self.ask()
        self.assertContains(response, "Only you can see this.")
        self.assertContains(response, f'href="{self.url}#edit"')
        self.assertContains(response, 'data-under=""')
        self.assertIn("no-store", response.headers["Cache-Control"])
        self.assertFalse(response.cookies)
        self.assertNotContains(response, "orla@mail.example")

    def test_it_stands_under_what_it_answers(self):
        parent = make_comment(self.post)
        self.set(parent=parent, thread=parent)
        self.assertContains(self.ask(), f'data-under="comment-{parent.pk}"')

    def test_what_stands_in_the_page_is_not_shown_again(self):
        self.set(status="published", published_at=timezone.now())
        self.assertEqual(self.ask().content, b"")

    def test_new_words_that_wait_are_shown_under_the_old_ones(self):
        self.set(status="published", published_at=timezone.now())
        self.change(action="edit", body="New words.")
        self.assertContains(self.ask(), f'data-under="comment-{self.comment.pk}"')
        self.assertContains(self.ask(), "New words.")

    def test_later_than_a_quarter_of_an_hour_only_its_page_is_linked(self):
        self.set(created_at=timezone.now() - timedelta(minutes=16))
        response = self.ask()
        self.assertNotContains(response, "#edit")
        self.assertContains(response, f'href="{self.url}"')
